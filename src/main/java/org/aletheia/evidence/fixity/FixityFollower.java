package org.aletheia.evidence.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.Follower;
import org.aletheia.custody.JournalEntry;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RenditionEventTypes;

/** Takes each item, and each rendition, into the plan soon after it was received. */
@ApplicationScoped
class FixityFollower implements Follower {
    private static final Set<String> TAKEN_UP =
            Set.of(EventTypes.RECEIVED.code(), RenditionEventTypes.RENDITION_MADE.code());

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
                .filter(entry -> TAKEN_UP.contains(entry.type()))
                .flatMap(entry -> entry.subjects().stream())
                .map(Subject::id)
                .toList();
        if (!received.isEmpty()) {
            plan.add(received);
        }
        return batch.size();
    }
}
