package org.aletheia.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.UncertainDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened, and when material was made, in the order in which it can have begun.
 *
 * @param entries by the earliest instant that their date can mean, an open or unknown beginning first; among equals by the
 *     latest, an open end last
 * @param undated what has no date at all
 */
public record Chronology(List<Entry> entries, List<Entry> undated) {
    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    Entry::earliest, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Entry::latest, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Entry::id);

    public Chronology {
        entries = List.copyOf(entries);
        undated = List.copyOf(undated);
    }

    /** The chronology of entries in any order. */
    public static Chronology of(List<Entry> all) {
        return new Chronology(
                all.stream().filter(entry -> entry.date() != null).sorted(ORDER).toList(),
                all.stream()
                        .filter(entry -> entry.date() == null)
                        .sorted(Comparator.comparing(Entry::id))
                        .toList());
    }

    /**
     * One line.
     *
     * @param kind incident, act or item
     * @param label title of an incident, type of an act, registration number of an item
     * @param date EDTF, as it was given
     * @param earliest that the date can mean; null where its beginning is open or unknown
     * @param latest that the date can mean; null where its end is
     * @param ofIncident whether the act has no date of its own and this is that of its incident
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChronologyEntry")
    public record Entry(
            String kind,
            UUID id,
            @Nullable String label,
            @Nullable String date,
            @Nullable Instant earliest,
            @Nullable Instant latest,
            boolean ofIncident) {
        /** The line of a record with a date, or none. */
        public static Entry of(
                String kind, UUID id, @Nullable String label, @Nullable UncertainDate date, boolean ofIncident) {
            return date == null
                    ? new Entry(kind, id, label, null, null, null, false)
                    : new Entry(
                            kind,
                            id,
                            label,
                            date.edtf(),
                            date.earliest().orElse(null),
                            date.latest().orElse(null),
                            ofIncident);
        }
    }
}
