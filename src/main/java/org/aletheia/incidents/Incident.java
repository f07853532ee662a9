package org.aletheia.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.Span;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a time and a place, in which one or more acts are said to have been done.
 *
 * @param title short and neutral, naming no person
 * @param language of title and description
 * @param dates when, one or several times or intervals
 */
public record Incident(
        String title,
        LanguageTag language,
        @Nullable String description,
        List<UncertainDate> dates,
        @Nullable Place place)
        implements RecordContent {
    public Incident {
        dates = List.copyOf(dates);
    }

    /** The last instant at which it can have ended; empty where that is open. */
    public Optional<Instant> latest() {
        return dates.stream().anyMatch(date -> date.latest().isEmpty())
                ? Optional.empty()
                : dates.stream().flatMap(date -> date.latest().stream()).max(Instant::compareTo);
    }

    /** When it can have happened; empty where it has no date. */
    public Optional<Span> span() {
        return dates.stream().map(Span::of).reduce(Span::and);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.title(title)
                .description(description)
                .languages(List.of(language))
                .dates(dates)
                .codes(new SearchCodes().country(place).list());
        if (place != null) {
            place.describe(search);
        }
    }

    @Override
    public Map<String, Object> shown() {
        return Map.of("dateBounds", dates.stream().map(DateBounds::of).toList());
    }
}
