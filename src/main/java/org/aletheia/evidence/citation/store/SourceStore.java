package org.aletheia.evidence.citation.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.FilterQuery;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.record.store.LinkedRecordStore;

/** Table {@code source}. */
@Singleton
public class SourceStore extends LinkedRecordStore<Source, SourceEntity> {
    /** Kind, id and kind of one end: whether the caller may list that record, own or shared. */
    private static final String LISTED = """
            cast(sql('exists (select from aletheia_record(?, ?) r where ? = any(case when r.owner_org = ?
                    then cast(? as text[]) else cast(? as text[]) end))',
                %s, %s, %s, :organisation, :ofOwn, :ofShared) as Boolean)""";

    /** That the item cited was disposed of and that the caller could have listed it: the source points to it still. */
    private static final String CITED_GONE = """
            cast(sql('exists (select from disposed_record d where d.kind = ? and d.id = ? and d.owner_org = ?
                    and ? = any(cast(? as text[])))', 'item', itemId, :organisation, 'item', :ofOwn) as Boolean)""";

    /** Columns by the member of the content that they repeat: the wall lets an index look for these. */
    private static final Map<String, String> ENDS = Map.of("subject", "subjectId", "item", "itemId");

    private final AccessGuard guard;

    SourceStore(EntityManager entities, AccessGuard guard) {
        super(entities, RecordKind.SOURCE, Source.class, SourceEntity.class, SourceEntity::new);
        this.guard = guard;
    }

    @Override
    protected void fill(SourceEntity target, Source from) {
        target.subjectKind = from.subjectKind().code();
        target.subjectId = from.subject();
        target.itemId = from.item();
    }

    /**
     * The wall says whose sources the caller sees ({@code V12__parts_and_sources.sql}). Besides, both ends must be
     * records that they may list, and that within the query: a page that was made shorter afterwards would tell how many
     * sources are hidden.
     */
    @Override
    protected FilterQuery condition(RecordFilter filter, Map<String, Object> containing) {
        return switch (filter) {
            case RecordFilter.Nothing nothing -> FilterQuery.of(nothing);
            case RecordFilter.Matching matching -> bothEnds(containing);
        };
    }

    /** At most so many of the sources that the caller may list and that join one of these records or items, by id. */
    public List<RecordVersion<Source>> touching(Collection<UUID> ends, int limit) {
        if (ends.isEmpty()) {
            return List.of();
        }
        FilterQuery access = condition(guard.filter(RecordKind.SOURCE), Map.of());
        return found(access, "(subjectId in :ends or itemId in :ends)", Map.of("ends", ends), limit);
    }

    private FilterQuery bothEnds(Map<String, Object> containing) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", guard.principal().organisation());
        parameters.put("ofOwn", kinds(matching -> matching.ownedBy() != null));
        parameters.put("ofShared", kinds(matching -> matching.sharedWith() != null));
        StringBuilder condition = new StringBuilder("((")
                .append(LISTED.formatted("'item'", "itemId", "'item'"))
                .append(" or ")
                .append(CITED_GONE)
                .append(") and ")
                .append(LISTED.formatted("subjectKind", "subjectId", "subjectKind"));
        ENDS.forEach((member, column) -> {
            if (containing.get(member) instanceof String id) {
                condition.append(" and ").append(column).append(" = :").append(member);
                parameters.put(member, UUID.fromString(id));
            }
        });
        return new FilterQuery(condition.append(')').toString(), parameters);
    }

    /** Codes of the kinds whose records the caller may list in this way. */
    private String[] kinds(Predicate<RecordFilter.Matching> reach) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> guard.filter(kind) instanceof RecordFilter.Matching matching && reach.test(matching))
                .map(RecordKind::code)
                .toArray(String[]::new);
    }
}
