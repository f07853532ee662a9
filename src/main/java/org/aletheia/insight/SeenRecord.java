package org.aletheia.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.References.Named;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that the caller may list, as the read side needs it.
 *
 * @param label by what people know it; null where nothing that may be shown says so
 * @param code what it is, as {@code list:code}
 * @param content its stored form; empty of an item
 * @param names the records that it names, whether or not the caller may see these
 * @param dates in the order of the record
 * @param coarse whether it may identify a protected person, so that its place is shown no closer than search has it
 * @param disposed where it is gone, and nothing else of it is known; null while it is there
 */
public record SeenRecord(
        RecordName name,
        @Nullable String label,
        @Nullable String code,
        Map<String, Object> content,
        List<Named> names,
        List<UncertainDate> dates,
        Optional<Place> place,
        boolean coarse,
        @Nullable Disposed disposed) {
    public SeenRecord {
        names = List.copyOf(names);
        dates = List.copyOf(dates);
    }
}
