package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFile;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code case_file}. */
@Singleton
public class CaseFileStore extends LinkedRecordStore<CaseFile, CaseFileEntity> {
    private final AccessGuard guard;

    CaseFileStore(EntityManager entities, AccessGuard guard) {
        super(entities, RecordKind.CASE_FILE, CaseFile.class, CaseFileEntity.class, CaseFileEntity::new);
        this.guard = guard;
    }

    @Override
    protected void fill(CaseFileEntity target, CaseFile from) {
        target.members = from.members().toArray(UUID[]::new);
    }

    /** The wall keeps to membership too; within the query, so that no page is shorter for what it hides. */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        FilterQuery all = FilterQuery.of(filter);
        if (guard.oversees(RecordKind.CASE_FILE)) {
            return all;
        }
        Map<String, Object> parameters = new HashMap<>(all.parameters());
        parameters.put("accessMember", guard.principal().member());
        return new FilterQuery(
                all.condition() + " and cast(sql('? = any(?)', :accessMember, members) as Boolean)", parameters);
    }
}
