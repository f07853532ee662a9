package org.aletheia.reparations.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.ClaimStatus;
import org.aletheia.reparations.claim.Deficiency;
import org.aletheia.reparations.claim.Delivery;
import org.aletheia.reparations.claim.PartyCheck;
import org.aletheia.reparations.claim.Proceedings;
import org.aletheia.reparations.claim.Ruling;
import org.aletheia.reparations.claim.Settlement;
import org.aletheia.reparations.claim.StepTaken;
import org.jspecify.annotations.Nullable;

/** Proceedings while something is added to them. */
final class Growing {
    @Nullable
    String number;

    final List<StepTaken> steps;
    final List<PartyCheck> checks;
    final List<Deficiency> deficiencies;
    final List<Settlement> settlements;
    final List<Ruling> rulings;
    final List<Award> awards;
    final List<Delivery> deliveries;
    final List<UUID> successors;

    @Nullable
    ClaimStatus resumes;

    Growing(Proceedings before) {
        number = before.number();
        steps = new ArrayList<>(before.steps());
        checks = new ArrayList<>(before.checks());
        deficiencies = new ArrayList<>(before.deficiencies());
        settlements = new ArrayList<>(before.settlements());
        rulings = new ArrayList<>(before.rulings());
        awards = new ArrayList<>(before.awards());
        deliveries = new ArrayList<>(before.deliveries());
        successors = new ArrayList<>(before.successors());
        resumes = before.resumes();
    }

    Proceedings build() {
        return new Proceedings(
                number, steps, checks, deficiencies, settlements, rulings, awards, deliveries, successors, resumes);
    }
}
