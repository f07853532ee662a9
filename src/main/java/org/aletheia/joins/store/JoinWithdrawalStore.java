package org.aletheia.joins.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.joins.JoinWithdrawal;

/** Table {@code join_withdrawal}. */
@Singleton
public class JoinWithdrawalStore extends LinkedRecordStore<JoinWithdrawal, JoinWithdrawalEntity> {
    private static final String RECORD = "record";

    JoinWithdrawalStore(EntityManager entities) {
        super(
                entities,
                RecordKind.JOIN_WITHDRAWAL,
                JoinWithdrawal.class,
                JoinWithdrawalEntity.class,
                JoinWithdrawalEntity::new);
    }

    @Override
    protected void fill(JoinWithdrawalEntity target, JoinWithdrawal from) {
        target.ofKind = from.of().code();
        target.recordId = from.record();
        target.joinId = from.join();
        target.lifted = from.lifted() != null;
    }

    /** Asks for the record by its column: the wall lets an index look for that, not for what the content has. */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> asked) {
        FilterQuery access = FilterQuery.of(filter);
        if (!(asked.get(RECORD) instanceof String id)) {
            return access;
        }
        Map<String, Object> parameters = new HashMap<>(access.parameters());
        parameters.put(RECORD, UUID.fromString(id));
        return new FilterQuery("(" + access.condition() + " and recordId = :record)", parameters);
    }

    @Override
    protected Map<String, Object> contained(Map<String, Object> asked) {
        Map<String, Object> rest = new HashMap<>(asked);
        rest.remove(RECORD);
        return rest;
    }
}
