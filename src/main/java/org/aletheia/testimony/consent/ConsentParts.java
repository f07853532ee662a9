package org.aletheia.testimony.consent;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.consent.Consent.Condition;
import org.aletheia.testimony.consent.Consent.Disagreement;
import org.aletheia.testimony.consent.Consent.Giver;
import org.jspecify.annotations.Nullable;

/** The parts of a consent as callers write them. */
public final class ConsentParts {
    private ConsentParts() {}

    /** @param kind {@code statement}, {@code item} or {@code reparation-claim} */
    public record GivenRecordBody(
            @Nullable String kind, @Nullable String id) {}

    /**
     * Who gave it.
     *
     * @param capacity code of {@code consent-giver}
     * @param who required unless the person spoke
     * @param authority code of {@code consent-authority}; required unless the person spoke
     */
    public record GiverBody(
            @Nullable String capacity,
            @Nullable AgentBody who,
            @Nullable String authority,
            @Nullable List<DisagreementBody> disagreements) {}

    /** @param position code of {@code consent-position} */
    public record DisagreementBody(
            @Nullable AgentBody who,
            @Nullable String position,
            @Nullable String date) {
        @Nullable
        Disagreement check(String at, Checks checks, ConsentChecks consents) {
            Agent somebody = consents.agent(at + "/who", checks.required(at + "/who", who), checks);
            String holds =
                    checks.code("consent-position", at + "/position", checks.required(at + "/position", position));
            UncertainDate on = checks.date(at + "/date", date);
            return somebody == null || holds == null ? null : new Disagreement(somebody, holds, on);
        }
    }

    /**
     * A condition.
     *
     * @param condition code of {@code consent-condition}
     * @param until of an embargo, a day of ISO 8601
     * @param organisation of {@code not-to-body}: id of a member organisation
     */
    public record ConditionBody(
            @Nullable String condition,
            @Nullable String until,
            @Nullable String organisation) {
        @Nullable
        Condition check(String at, Checks checks, ConsentChecks consents) {
            String what =
                    checks.code("consent-condition", at + "/condition", checks.required(at + "/condition", condition));
            String needs = what == null
                    ? ""
                    : consents.scopes()
                            .attribute("consent-condition", what, "needs")
                            .orElse("");
            needed(at + "/until", "until", until, needs, checks);
            needed(at + "/organisation", "organisation", organisation, needs, checks);
            boolean day = until == null || isDay(until);
            checks.findings().require(day, at + "/until", "day-form");
            UUID body = consents.body(at + "/organisation", organisation, checks);
            return what == null || !day ? null : new Condition(what, until, body);
        }

        private static void needed(String at, String name, @Nullable String value, String needs, Checks checks) {
            checks.findings().require(!needs.equals(name) || value != null, at, "required");
            checks.findings().require(needs.equals(name) || value == null, at, "not-of-condition");
        }

        private static boolean isDay(String text) {
            try {
                return LocalDate.parse(text).toString().equals(text);
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    /**
     * One answer.
     *
     * @param scope code of {@code consent-scope}
     * @param country ISO 3166-1, of {@code CS-TRANSFER-COUNTRY}
     * @param answer code of {@code consent-answer}
     * @param date EDTF; that of the consent where it is left out
     */
    public record ScopeBody(
            @Nullable String scope,
            @Nullable String country,
            @Nullable String answer,
            @Nullable String date) {
        @Nullable
        ScopeAnswer check(String at, @Nullable String otherwise, Checks checks, ConsentChecks consents) {
            ScopeName name = consents.scope(at, scope, country, checks);
            String said = checks.code("consent-answer", at + "/answer", checks.required(at + "/answer", answer));
            UncertainDate on = date == null ? quiet(otherwise) : checks.date(at + "/date", date);
            return name == null || said == null || on == null
                    ? null
                    : new ScopeAnswer(name.scope(), name.country(), said, on);
        }

        /** A date that was checked where it stands. */
        private static @Nullable UncertainDate quiet(@Nullable String date) {
            return new Findings().parse("", () -> UncertainDate.parse(date == null ? "" : date));
        }
    }

    static @Nullable Giver giver(String at, @Nullable GiverBody body, Checks checks, ConsentChecks consents) {
        if (body == null) {
            return null;
        }
        String as = checks.code("consent-giver", at + "/capacity", checks.required(at + "/capacity", body.capacity()));
        boolean self = as != null && consents.scopes().says("consent-giver", as, "self");
        if (as != null) {
            required(self, at + "/who", body.who(), checks);
            required(self, at + "/authority", body.authority(), checks);
        }
        Agent who = consents.agent(at + "/who", body.who(), checks);
        String on = checks.code("consent-authority", at + "/authority", body.authority());
        List<Disagreement> others = checks.each(
                at + "/disagreements", body.disagreements(), (place, each) -> each.check(place, checks, consents));
        return as == null ? null : new Giver(as, who, on, others);
    }

    private static void required(boolean self, String at, @Nullable Object value, Checks checks) {
        checks.findings().require(self || value != null, at, "required");
        checks.findings().require(!self || value == null, at, "not-of-giver");
    }
}
