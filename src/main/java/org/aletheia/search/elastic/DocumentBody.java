package org.aletheia.search.elastic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aletheia.access.Purpose;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** The JSON of an index document. */
final class DocumentBody {
    /** A wider span is counted under its two ends only: "20th century" says nothing of the year 1950. */
    private static final int MAX_YEARS = 50;

    private DocumentBody() {}

    static Map<String, Object> of(SearchDocument document) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(Fields.KIND, document.kind().code());
        access(body, document.access());
        body.put(Fields.LANGUAGES, document.languages());
        body.put(Fields.MARKINGS, document.markings());
        body.put(Fields.CODES, document.codes());
        body.put(Fields.IDENTIFIERS, document.identifiers());
        body.put(Fields.NAMES, document.names());
        body.put(Fields.WHEN, document.dates().stream().map(DocumentBody::range).toList());
        body.put(Fields.YEARS, years(document.dates()));
        body.put(
                Fields.PLACES,
                document.places().stream().map(DocumentBody::point).toList());
        Set<TextLanguage> stated = TextLanguage.stated(document.languages());
        metadata(body, Fields.TITLE, document.title(), stated);
        metadata(body, Fields.DESCRIPTION, document.description(), stated);
        content(body, document.content(), stated);
        return body;
    }

    private static void access(Map<String, Object> body, SearchDocument.Access access) {
        body.put(Fields.OWNER_ORG, access.ownerOrg().toString());
        body.put(Fields.CLASSIFICATION, access.classification().code());
        body.put(Fields.COMPARTMENTS, access.compartments());
        body.put(Fields.COMPARTMENT_COUNT, access.compartments().size());
        List<Map<String, Object>> shares = new ArrayList<>();
        access.shares().forEach((organisation, granted) -> shares.add(share(organisation, granted)));
        body.put(Fields.SHARES, shares);
        if (!access.closures().isEmpty()) {
            List<Map<String, Object>> closures = new ArrayList<>();
            access.closures().forEach((ground, ends) -> closures.add(ending("ground", ground.code(), ends)));
            body.put(Fields.CLOSURES, closures);
        }
        // Only where there are some: an index of an earlier release has no such field, and no confined record.
        if (!access.confinedTo().isEmpty()) {
            body.put(
                    Fields.CONFINED_TO,
                    access.confinedTo().stream().map(UUID::toString).toList());
        }
    }

    /** Purposes only where there are some: an index of an earlier release has no such field, and no share for some alone. */
    private static Map<String, Object> share(UUID organisation, SearchDocument.Granted granted) {
        Map<String, Object> share = ending("organisation", organisation.toString(), granted.ends());
        if (!granted.purposes().isEmpty()) {
            share.put("purposes", granted.purposes().stream().map(Purpose::code).toList());
        }
        return share;
    }

    private static Map<String, Object> ending(String keyword, String value, Optional<Instant> ends) {
        Map<String, Object> ending = new LinkedHashMap<>();
        ending.put(keyword, value);
        ends.ifPresent(end -> ending.put("ends", end.toString()));
        return ending;
    }

    /** Title and description are often in another language than the material: all languages of their script. */
    private static void metadata(
            Map<String, Object> body, String field, @Nullable String text, Set<TextLanguage> stated) {
        if (text != null) {
            Set<TextLanguage> languages = TextLanguage.written(text);
            languages.addAll(stated);
            body.put(field, subfields(text, languages));
        }
    }

    private static void content(Map<String, Object> body, @Nullable String text, Set<TextLanguage> stated) {
        if (text != null) {
            body.put(Fields.CONTENT, subfields(text, stated.isEmpty() ? TextLanguage.written(text) : stated));
        }
    }

    private static Map<String, Object> subfields(String text, Set<TextLanguage> languages) {
        Map<String, Object> subfields = new LinkedHashMap<>();
        subfields.put(TextLanguage.FOLDED, text);
        languages.forEach(language -> subfields.put(language.code(), text));
        return subfields;
    }

    private static Map<String, Object> range(UncertainDate date) {
        Map<String, Object> range = new LinkedHashMap<>();
        date.earliest().ifPresent(earliest -> range.put("gte", earliest.toString()));
        date.latest().ifPresent(latest -> range.put("lte", latest.toString()));
        return range;
    }

    private static Set<Integer> years(List<UncertainDate> dates) {
        Set<Integer> years = new TreeSet<>();
        for (UncertainDate date : dates) {
            Optional<Integer> first = date.earliest().map(DocumentBody::year);
            Optional<Integer> last = date.latest().map(DocumentBody::year);
            first.ifPresent(years::add);
            last.ifPresent(years::add);
            if (first.isPresent() && last.isPresent() && last.get() - first.get() < MAX_YEARS) {
                IntStream.rangeClosed(first.get(), last.get()).forEach(years::add);
            }
        }
        return years;
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private static Map<String, Object> point(GeoPoint place) {
        return Map.of("lon", place.longitude(), "lat", place.latitude());
    }
}
