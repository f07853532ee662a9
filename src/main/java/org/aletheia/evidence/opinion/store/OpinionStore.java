package org.aletheia.evidence.opinion.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.opinion.Opinion;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code opinion}. */
@Singleton
public class OpinionStore extends LinkedRecordStore<Opinion, OpinionEntity> {
    OpinionStore(EntityManager entities) {
        super(entities, RecordKind.OPINION, Opinion.class, OpinionEntity.class, OpinionEntity::new);
    }

    @Override
    protected void fill(OpinionEntity target, Opinion from) {
        target.itemId = from.item();
    }

    /** Who sees an opinion is the wall's matter ({@code V25__chains_and_the_missing.sql}): it asks for the item. */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        if (filter instanceof RecordFilter.Matching && containing.get("item") instanceof String item) {
            return new FilterQuery("(itemId = :item)", new HashMap<>(Map.of("item", UUID.fromString(item))));
        }
        return FilterQuery.of(filter);
    }
}
