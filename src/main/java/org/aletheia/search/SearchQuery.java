package org.aletheia.search;

import java.time.Instant;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Everything given must hold; nothing given finds all that the caller may list.
 *
 * @param text words in any supported language, {@code "phrases"}, {@code prefix*}, {@code |} for or, {@code -} for not
 * @param kinds empty: every kind
 * @param languages BCP 47 tags, any of which the record states; empty: any or none
 * @param codes as {@code list:code}, all of which the record has
 * @param from records that may be of this instant or later
 * @param to records that may be of this instant or earlier
 * @param facets what to count by
 * @param limit most hits of a page
 */
public record SearchQuery(
        @Nullable String text,
        Set<RecordKind> kinds,
        Set<String> languages,
        Set<String> codes,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Near near,
        @Nullable Box box,
        Set<Facet> facets,
        int limit) {
    public SearchQuery {
        kinds = Set.copyOf(kinds);
        languages = Set.copyOf(languages);
        codes = Set.copyOf(codes);
        facets = Set.copyOf(facets);
    }

    /** The same for records of these kinds. */
    public SearchQuery of(Set<RecordKind> others) {
        return new SearchQuery(text, others, languages, codes, from, to, near, box, facets, limit);
    }

    /** A circle around a position. */
    public record Near(GeoPoint centre, double kilometres) {}

    /** An area between two meridians and two parallels; west of a greater value than east crosses the date line. */
    public record Box(double west, double south, double east, double north) {}
}
