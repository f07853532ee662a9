package org.aletheia.insight.sheet;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordSearch;

/** Which items a sheet is of. */
public sealed interface SheetSelection {
    /** These, in this order; each once. */
    record Chosen(List<UUID> items) implements SheetSelection {
        public Chosen {
            items = List.copyOf(items);
        }
    }

    /** Those of a submission that the caller may list now. */
    record Handed(UUID submission) implements SheetSelection {}

    /** Those that a search of the caller finds now, the best first. */
    record Searched(RecordSearch.Asked asked) implements SheetSelection {}
}
