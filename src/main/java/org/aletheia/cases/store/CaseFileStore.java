package org.aletheia.cases.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.CaseFile;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code case_file}. */
@Singleton
public class CaseFileStore extends LinkedRecordStore<CaseFile, CaseFileEntity> {
    private static final String WITH_MATERIAL =
            "cast(sql('jsonb_exists_any(? -> ''material'', cast(? as text[]))', content, :items) as Boolean)";

    private final AccessGuard guard;

    CaseFileStore(EntityManager entities, AccessGuard guard) {
        super(entities, RecordKind.CASE_FILE, CaseFile.class, CaseFileEntity.class, CaseFileEntity::new);
        this.guard = guard;
    }

    @Override
    protected void fill(CaseFileEntity target, CaseFile from) {
        target.members = from.members().toArray(UUID[]::new);
    }

    /** At most so many of the cases to which one of these items belongs and that the caller may list, by id. */
    public List<RecordVersion<CaseFile>> withMaterial(Collection<UUID> items, int limit) {
        FilterQuery access = condition(guard.filter(RecordKind.CASE_FILE), Map.of());
        String[] ids = items.stream().map(UUID::toString).toArray(String[]::new);
        return found(access, WITH_MATERIAL, Map.of("items", ids), limit);
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
