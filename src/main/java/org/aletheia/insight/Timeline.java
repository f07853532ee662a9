package org.aletheia.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * Records in the order of time.
 *
 * @param entries one for each date of each record: by the first instant that the date can mean, an open or unknown start
 *     before all; then by the last, an open or unknown end after all
 * @param undated records of which no date is known
 * @param disposed records that were named and that are gone
 * @param truncated whether an incident or a case has more than was taken in
 */
public record Timeline(List<Entry> entries, List<Undated> undated, List<Disposed> disposed, boolean truncated) {
    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    Entry::earliest, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::latest, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Entry::kind)
            .thenComparing(Entry::id);

    public Timeline {
        entries = List.copyOf(entries);
        undated = List.copyOf(undated);
        disposed = List.copyOf(disposed);
    }

    /**
     * A record at one of its dates.
     *
     * @param date EDTF, as given
     * @param earliest the first instant that the date can mean; null where the start is open or unknown
     * @param latest the last millisecond; null where the end is open or unknown
     * @param uncertain whether the date is marked so
     * @param approximate whether the date is marked so
     * @param dateOf the record whose date this is, where the record has none of its own and is part of that one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String code,
            String date,
            @Nullable Instant earliest,
            @Nullable Instant latest,
            boolean uncertain,
            boolean approximate,
            @Nullable UUID dateOf) {}

    /** A record without a date. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Undated(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String code) {}

    /** The timeline of a set. */
    public static Timeline of(RecordSet set) {
        List<Entry> entries = new ArrayList<>();
        List<Undated> undated = new ArrayList<>();
        List<Disposed> disposed = new ArrayList<>();
        for (SeenRecord seen : set.records()) {
            Disposed went = seen.disposed();
            if (went != null) {
                disposed.add(went);
                continue;
            }
            SeenRecord dated = Inherited.dated(seen, set);
            dated.dates()
                    .forEach(date -> entries.add(entry(
                            seen, date, dated == seen ? null : dated.name().id())));
            if (dated.dates().isEmpty()) {
                undated.add(new Undated(seen.name().kind().code(), seen.name().id(), seen.label(), seen.code()));
            }
        }
        entries.sort(ORDER);
        return new Timeline(entries, undated, disposed, set.truncated());
    }

    private static Entry entry(SeenRecord seen, UncertainDate date, @Nullable UUID dateOf) {
        return new Entry(
                seen.name().kind().code(),
                seen.name().id(),
                seen.label(),
                seen.code(),
                date.edtf(),
                date.earliest().orElse(null),
                date.latest().orElse(null),
                date.uncertain(),
                date.approximate(),
                dateOf);
    }
}
