package org.aletheia.evidence.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;

/** Takes each item into the plan soon after it was received. */
@ApplicationScoped
class FixityFollower implements Follower {
    private final FixityPlan plan;

    FixityFollower(FixityPlan plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return "fixity";
    }

    @Override
    public int apply(List<JournalEntry> batch) {
        List<UUID> received = batch.stream()
                .filter(entry -> entry.type().equals(EventTypes.RECEIVED.code()))
                .flatMap(entry -> entry.subjects().stream())
                .map(Subject::id)
                .toList();
        if (!received.isEmpty()) {
            plan.add(received);
        }
        return batch.size();
    }
}
