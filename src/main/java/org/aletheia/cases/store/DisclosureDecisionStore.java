package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.disclosure.DisclosureDecision;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code disclosure_decision}. */
@Singleton
public class DisclosureDecisionStore extends LinkedRecordStore<DisclosureDecision, DisclosureDecisionEntity> {
    private final AccessGuard guard;

    DisclosureDecisionStore(EntityManager entities, AccessGuard guard) {
        super(
                entities,
                RecordKind.DISCLOSURE_DECISION,
                DisclosureDecision.class,
                DisclosureDecisionEntity.class,
                DisclosureDecisionEntity::new);
        this.guard = guard;
    }

    /** At most so many of the decisions about these items that the caller may list, by id. */
    public List<RecordVersion<DisclosureDecision>> about(Collection<UUID> items, int limit) {
        FilterQuery access = condition(guard.filter(RecordKind.DISCLOSURE_DECISION), Map.of());
        return items.isEmpty() ? List.of() : found(access, "itemId in :items", Map.of("items", items), limit);
    }

    @Override
    protected void fill(DisclosureDecisionEntity target, DisclosureDecision from) {
        target.caseId = from.caseFile();
        target.itemId = from.item();
    }
}
