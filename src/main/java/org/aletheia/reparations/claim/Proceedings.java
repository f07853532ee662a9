package org.aletheia.reparations.claim;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a claim. All lists grow at their end; nothing is taken out of them.
 *
 * @param number given with the acknowledgement, never to another claim
 * @param successors victims who took over from a claimant who died
 * @param resumes where the claim stood when the claimant died
 */
public record Proceedings(
        @Nullable String number,
        List<StepTaken> steps,
        List<PartyCheck> checks,
        List<Deficiency> deficiencies,
        List<Settlement> settlements,
        List<Ruling> rulings,
        List<Award> awards,
        List<Delivery> deliveries,
        List<UUID> successors,
        @Nullable ClaimStatus resumes) {
    /** Nothing yet. */
    public static final Proceedings NONE = new Proceedings(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Proceedings {
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
        deficiencies = List.copyOf(deficiencies);
        settlements = List.copyOf(settlements);
        rulings = List.copyOf(rulings);
        awards = List.copyOf(awards);
        deliveries = List.copyOf(deliveries);
        successors = List.copyOf(successors);
    }

    /** The same with one entry of the delivery ledger more. */
    public Proceedings delivered(Delivery entry) {
        List<Delivery> more =
                Stream.concat(deliveries.stream(), Stream.of(entry)).toList();
        return new Proceedings(
                number, steps, checks, deficiencies, settlements, rulings, awards, more, successors, resumes);
    }

    /** Whether the last check of this passed. */
    public boolean checked(String what) {
        return checks.stream()
                .filter(check -> check.what().equals(what))
                .reduce((earlier, later) -> later)
                .filter(PartyCheck::passed)
                .isPresent();
    }
}
