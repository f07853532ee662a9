package org.aletheia.parties.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.parties.Affiliation;

/** Table {@code affiliation}. */
@Singleton
public class AffiliationStore extends LinkedRecordStore<Affiliation, AffiliationEntity> {
    private static final Map<String, String> ENDS = Map.of("subject", "subjectId", "object", "objectId");

    AffiliationStore(EntityManager entities) {
        super(entities, RecordKind.AFFILIATION, Affiliation.class, AffiliationEntity.class, AffiliationEntity::new);
    }

    @Override
    protected void fill(AffiliationEntity target, Affiliation from) {
        target.relation = from.relation();
        target.subjectKind = from.subject().kind().code();
        target.subjectId = from.subject().id();
        target.objectKind = from.object() == null ? null : from.object().kind().code();
        target.objectId = from.object() == null ? null : from.object().id();
        target.possibleFrom = from.period().possibleFrom();
        target.possibleTo = from.period().possibleTo();
        target.certainFrom = from.period().certainFrom();
        target.certainTo = from.period().certainTo();
    }

    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> asked) {
        return EndColumns.condition(ENDS, filter, asked);
    }

    @Override
    protected Map<String, Object> contained(Map<String, Object> asked) {
        return EndColumns.others(ENDS, asked);
    }
}
