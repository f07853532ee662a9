package org.aletheia.joins.prior.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordDirectory;
import org.aletheia.joins.prior.PriorQuestion;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.PersonRefBody;
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/**
 * A question as callers write it.
 *
 * @param about a victim, or a person whose identity is protected, of the caller's organisation
 * @param interview a UUID of the caller's own, one for each interview
 * @param agreement what the person said just now
 */
record PriorQuestionBody(
        @Nullable PersonRefBody about,
        @Nullable String interview,
        @Nullable AgreementBody agreement) {

    /**
     * The person's agreement to this question.
     *
     * @param scope {@code CS-CHECK-PRIOR}
     * @param at when it was given, with its zone
     */
    record AgreementBody(@Nullable String scope, @Nullable String at) {
        @Nullable
        Instant check(Checks checks, Instant now, Duration age) {
            String to = checks.code("consent-scope", "/agreement/scope", checks.required("/agreement/scope", scope));
            boolean fits = to == null || to.equals(PriorQuestion.CONSENT);
            checks.findings()
                    .require(fits, "/agreement/scope", "agreement-scope", Map.of("allowed", PriorQuestion.CONSENT));
            Instant given = instant(checks, checks.required("/agreement/at", at));
            boolean fresh = given == null || !given.isAfter(now) && !given.isBefore(now.minus(age));
            checks.findings().require(fresh, "/agreement/at", "agreement-not-now", Map.of("within", age.toString()));
            return given;
        }

        private static @Nullable Instant instant(Checks checks, @Nullable String text) {
            try {
                return text == null ? null : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                checks.findings().require(false, "/agreement/at", "time-malformed");
                return null;
            }
        }
    }

    /** A question without what is wrong with it. */
    record Asked(VaultSubject about, UUID interview, Instant agreedAt) {}

    Asked check(
            Checks checks,
            TestimonyChecks testimony,
            RecordDirectory directory,
            UUID organisation,
            Instant now,
            Duration age) {
        PersonRef whom = testimony.person("/about", checks.required("/about", about), checks);
        if (whom != null) {
            boolean own = directory
                    .require(AccessIntent.READ, whom.kind(), whom.id())
                    .ownerOrg()
                    .equals(organisation);
            checks.findings().require(own, "/about/id", "person-not-own");
        }
        UUID which = checks.id("/interview", checks.required("/interview", interview));
        AgreementBody said = checks.required("/agreement", agreement);
        Instant given = said == null ? null : said.check(checks, now, age);
        checks.throwIfAny();
        return new Asked(new VaultSubject(sure(whom).kind(), sure(whom).id()), sure(which), sure(given));
    }
}
