package org.aletheia.reparations.proceedings;

import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.RulesEdition;
import org.jspecify.annotations.Nullable;

/** What some steps need beside their reasons. */
public sealed interface StepContent {
    /** Nothing. */
    record None() implements StepContent {}

    /** Of {@link Step#CHECK}. */
    record Check(String what, String outcome, List<String> means, List<UUID> items) implements StepContent {
        public Check {
            means = List.copyOf(means);
            items = List.copyOf(items);
        }
    }

    /**
     * Of {@link Step#ASK_TO_CURE}.
     *
     * @param missing ids of requirements
     * @param deadline last day, ISO 8601
     * @param rules whose requirements are meant
     */
    record Missing(List<String> missing, String deadline, RulesEdition rules) implements StepContent {
        public Missing {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Of {@link Step#DECIDE} and {@link Step#DECIDE_REVIEW}.
     *
     * @param batch in which it is decided
     */
    record Decided(
            String outcome, @Nullable UUID batch, @Nullable Assessment assessment, List<AwardDraft> awards)
            implements StepContent {
        public Decided {
            awards = List.copyOf(awards);
        }
    }

    /**
     * An award as it is decided.
     *
     * @param replaces number of the award in whose place it stands, after a review
     */
    record AwardDraft(
            String form,
            String scope,
            @Nullable Money amount,
            @Nullable Integer replaces) {}

    /** Of {@link Step#SUCCEED}: victims who take over. */
    record Successors(List<UUID> persons) implements StepContent {
        public Successors {
            persons = List.copyOf(persons);
        }
    }

    /** Of {@link Step#SETTLE}. */
    record Settled(
            String kind,
            String head,
            Money amount,
            @Nullable UncertainDate on,
            @Nullable UUID item) implements StepContent {}
}
