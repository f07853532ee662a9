package org.aletheia.testimony.interest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.citation.Anchor;
import org.aletheia.evidence.citation.AnchorBody;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ProtectionInterest} as callers write it.
 *
 * @param of under a pseudonym
 * @param reasons codes of {@code protection-interest}
 * @param answer code of {@code protection-answer}; {@code open} where it is left out
 * @param redacted id of the item that is used in its place; required where a redaction answers it
 */
public record ProtectionInterestBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable AgentBody of,
        @Nullable List<String> reasons,
        @Nullable AnchorBody anchor,
        @Nullable String answer,
        @Nullable String redacted)
        implements ProtectionBody {
    private static final String UNANSWERED = "open";

    ProtectionInterest check(UUID item, Checks checks, TestimonyChecks testimony, CodeLists lists) {
        Agent who = testimony.agent("/of", of, checks);
        checks.findings().require(reasons != null && !reasons.isEmpty(), "/reasons", "required");
        List<String> why = checks.codes("protection-interest", "/reasons", reasons);
        Anchor where = anchor == null ? null : anchor.check("/anchor", checks);
        String how = checks.code(ProtectionInterests.ANSWERS, "/answer", answer == null ? UNANSWERED : answer);
        UUID instead = checks.reference(RecordKind.ITEM, "/redacted", redacted);
        boolean redacts = how != null
                && ProtectionInterests.says(lists, how, "needs")
                        .filter("redacted"::equals)
                        .isPresent();
        checks.findings().require(!redacts || redacted != null, "/redacted", "required");
        checks.findings().require(how == null || redacts || redacted == null, "/redacted", "not-of-answer");
        checks.findings().require(instead == null || !instead.equals(item), "/redacted", "not-another-item");
        checks.throwIfAny();
        return new ProtectionInterest(item, who, why, where, sure(how), instead);
    }
}
