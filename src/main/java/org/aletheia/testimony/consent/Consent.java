package org.aletheia.testimony.consent;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agreed to of what they gave. It governs the records that it names, and the items with their words; nothing
 * of material in which the person merely appears. No member holds a name.
 *
 * @param subject whose consent it is: a victim, a person or somebody in one capacity, under a pseudonym; never changes
 * @param state code of {@code consent-state}
 * @param givenBy who spoke
 * @param records what was given under it: statements, items, claims; none is ever taken out
 * @param recorded code of {@code consent-form}
 * @param date when it was given, or given anew
 * @param place coarse, never a house
 * @param informed what was explained, codes of {@code consent-informed}
 * @param capacity whether the person could decide, code of {@code capacity-assessment}
 * @param occasion code of {@code consent-occasion}
 * @param formVersion number of the form that was used
 * @param scopes the answers, each scope once
 * @param withdrawals what was taken back, in the order in which that was told
 * @param renews the withdrawn consent in whose place this one is
 */
public record Consent(
        PersonRef subject,
        String state,
        Giver givenBy,
        List<RecordName> records,
        String recorded,
        @Nullable Agent witness,
        UncertainDate date,
        @Nullable Place place,
        LanguageTag language,
        @Nullable Agent interpreter,
        List<String> informed,
        String capacity,
        String occasion,
        @Nullable String formVersion,
        List<Condition> conditions,
        List<ScopeAnswer> scopes,
        List<Withdrawal> withdrawals,
        @Nullable UUID renews)
        implements RecordContent {
    /** States, codes of {@code consent-state}. */
    public static final String GIVEN = "given";

    public static final String REFRESHED = "refreshed";
    public static final String NARROWED = "narrowed";
    public static final String WITHDRAWN = "withdrawn";

    /**
     * Who gave it.
     *
     * @param capacity code of {@code consent-giver}
     * @param who speaks for the person; null where the person did
     * @param authority code of {@code consent-authority}; null where the person spoke
     * @param disagreements who else would have a word, and does not agree
     */
    public record Giver(
            String capacity, @Nullable Agent who, @Nullable String authority, List<Disagreement> disagreements) {
        public Giver {
            disagreements = List.copyOf(disagreements);
        }
    }

    /** @param position code of {@code consent-position} */
    public record Disagreement(
            Agent who, String position, @Nullable UncertainDate date) {}

    /**
     * A limit that holds for everything that was agreed to.
     *
     * @param condition code of {@code consent-condition}
     * @param until the day before which an embargo holds, ISO 8601
     * @param organisation the member organisation that is not to have it
     */
    public record Condition(
            String condition,
            @Nullable String until,
            @Nullable UUID organisation) {}

    /**
     * That something was taken back.
     *
     * @param date when the person said so
     * @param recorded code of {@code consent-form}
     * @param scopes which; empty where all of it was
     */
    public record Withdrawal(UncertainDate date, String recorded, List<ScopeName> scopes) {
        public Withdrawal {
            scopes = List.copyOf(scopes);
        }
    }

    public Consent {
        records = List.copyOf(records);
        informed = List.copyOf(informed);
        conditions = List.copyOf(conditions);
        scopes = List.copyOf(scopes);
        withdrawals = List.copyOf(withdrawals);
    }

    /** Whether all of it was taken back. */
    boolean isWithdrawn() {
        return state.equals(WITHDRAWN);
    }

    /** The scopes that were answered. */
    Set<ScopeName> answered() {
        return scopes.stream().map(ScopeAnswer::name).collect(Collectors.toSet());
    }

    /** The same after something was taken back. */
    Consent with(String next, List<ScopeAnswer> answers, List<Withdrawal> all) {
        return new Consent(
                subject,
                next,
                givenBy,
                records,
                recorded,
                witness,
                date,
                place,
                language,
                interpreter,
                informed,
                capacity,
                occasion,
                formVersion,
                conditions,
                answers,
                all,
                renews);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}

    /** It is for the body that keeps it; others hear of a withdrawal by a notice. */
    @Override
    public boolean staysInside() {
        return true;
    }
}
