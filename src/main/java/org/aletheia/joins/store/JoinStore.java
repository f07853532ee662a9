package org.aletheia.joins.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.store.LinkedRecordStore;
import org.aletheia.joins.Join;

/** Table {@code record_join}. */
@Singleton
public class JoinStore extends LinkedRecordStore<Join, JoinEntity> {
    /** That the caller's roles let them list each of the records, own or shared, or did before it was disposed of. */
    private static final String LISTED = """
            (cast(sql('not exists (select from unnest(?) as part (id) where not exists (
                    select from aletheia_joined_part(?, part.id) r where ? = any (case when r.owner_org = ?
                        then cast(? as text[]) else cast(? as text[]) end)))',
                records, ofKind, ofKind, :organisation, :ofOwn, :ofShared) as Boolean))""";

    private final AccessGuard guard;

    JoinStore(EntityManager entities, AccessGuard guard) {
        super(entities, RecordKind.JOIN, Join.class, JoinEntity.class, JoinEntity::new);
        this.guard = guard;
    }

    @Override
    protected void fill(JoinEntity target, Join from) {
        target.ofKind = from.of().code();
        target.decision = from.decision();
        target.records = from.parts().stream().map(Join.Part::record).toArray(UUID[]::new);
        target.undone = from.undone() != null;
    }

    /**
     * Who sees a join is the wall's matter ({@code V32__joins.sql}): it asks for all of its records. Besides, these must be
     * records that the caller may list, and that within the query: a page that was made shorter afterwards would tell of them.
     */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        if (filter instanceof RecordFilter.Nothing) {
            return FilterQuery.of(filter);
        }
        ListedKinds listed = ListedKinds.of(guard);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", listed.organisation());
        parameters.put("ofOwn", listed.ofOwn().toArray(String[]::new));
        parameters.put("ofShared", listed.ofShared().toArray(String[]::new));
        return new FilterQuery(LISTED, parameters);
    }
}
