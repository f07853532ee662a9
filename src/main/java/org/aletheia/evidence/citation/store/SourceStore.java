package org.aletheia.evidence.citation.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code source}. */
@Singleton
public class SourceStore extends LinkedRecordStore<Source, SourceEntity> {
    SourceStore(EntityManager entities) {
        super(entities, RecordKind.SOURCE, Source.class, SourceEntity.class, SourceEntity::new);
    }

    @Override
    protected void fill(SourceEntity target, Source from) {
        target.subjectKind = from.subjectKind().code();
        target.subjectId = from.subject();
        target.itemId = from.item();
    }

    /**
     * Whoever sees the record sees its sources: that depends on the record's shares, and the wall asks for them. Nobody
     * lists sources but those of a record, or of an item, that they may read.
     */
    @Override
    protected FilterQuery condition(RecordFilter filter) {
        return switch (filter) {
            case RecordFilter.Nothing nothing -> FilterQuery.of(nothing);
            case RecordFilter.Matching matching -> new FilterQuery("(1 = 1)", new HashMap<>());
        };
    }
}
