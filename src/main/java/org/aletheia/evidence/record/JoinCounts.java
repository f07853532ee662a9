package org.aletheia.evidence.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.platform.http.Page;

/** How many joins hold records, so that whoever reads one learns that there is more to look at. No record is altered by it. */
public interface JoinCounts {
    /**
     * For each of the records, of any one kind, which the caller may list, the joins and decisions that the caller sees at its
     * own address of joins; nothing where there are none. However many records, it asks as often.
     */
    Map<UUID, Integer> of(Collection<UUID> records);

    /** What is told of one record beside what it says. */
    default Map<String, Object> remarks(UUID record) {
        return remarks(record, of(List.of(record)));
    }

    /** The views of a page, each with what is told of it. */
    default <T> Page<RecordView> page(Page<RecordVersion<T>> page) {
        Map<UUID, Integer> counts =
                of(page.items().stream().map(RecordVersion::id).toList());
        return page.map(found -> RecordView.of(found, remarks(found.id(), counts)));
    }

    private static Map<String, Object> remarks(UUID record, Map<UUID, Integer> counts) {
        Integer count = counts.get(record);
        return count == null ? Map.of() : Map.of("joins", count);
    }
}
