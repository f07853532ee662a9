package org.aletheia.search.indexing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projection.Field;
import org.aletheia.search.elastic.SearchDocument;
import org.jspecify.annotations.Nullable;

/** What is indexed of a projection; the one place that decides what text may enter the index. */
final class ProjectedDocument {
    /** Their text is about people who were harmed: closed until a rendition free of identifying passages is approved. */
    private static final Set<RecordKind> CLOSED_TEXT = Set.of(
            RecordKind.VICTIM,
            RecordKind.CAPACITY,
            RecordKind.PERSON_LINK,
            RecordKind.REPARATION_CLAIM,
            RecordKind.STATEMENT,
            RecordKind.MISSING_PERSON,
            RecordKind.WHEREABOUTS);

    private ProjectedDocument() {}

    static SearchDocument of(
            Projection projection,
            Map<UUID, SearchDocument.Granted> shares,
            Map<ClosureGround, Optional<Instant>> closures,
            int maxText) {
        RecordKind kind = RecordKind.parse(projection.kind());
        SearchDocument whole = new SearchDocument(
                kind,
                projection.id(),
                new SearchDocument.Access(
                        projection.ownerOrg(),
                        Classification.parse(projection.classification()),
                        projection.compartments(),
                        shares,
                        projection.confinedTo(),
                        ofRecord(closures)),
                languages(projection),
                Set.copyOf(new HashSet<>(list(projection, Field.MARKINGS, String.class))),
                Set.copyOf(new HashSet<>(list(projection, Field.CODES, String.class))),
                Set.copyOf(new HashSet<>(list(projection, Field.IDENTIFIERS, String.class))),
                list(projection, Field.NAMES, String.class),
                list(projection, Field.DATES, UncertainDate.class),
                list(projection, Field.PLACES, GeoPoint.class),
                bounded(text(projection, Field.TITLE), maxText),
                bounded(text(projection, Field.DESCRIPTION), maxText),
                bounded(both(text(projection, Field.TEXT), approved(projection)), maxText));
        if (closures.containsKey(ClosureGround.ABUSE_MATERIAL)) {
            return whole.withoutIdentifyingText();
        }
        SearchDocument open =
                closed(kind, projection) ? whole.withoutIdentifyingText(bounded(approved(projection), maxText)) : whole;
        return closures.containsKey(ClosureGround.CONTENT_WITHHELD) ? open.withoutContent() : open;
    }

    /** Text of a closed kind stays closed, whoever would approve it: only items have renditions. */
    private static @Nullable String approved(Projection projection) {
        return CLOSED_TEXT.contains(RecordKind.parse(projection.kind())) ? null : text(projection, Field.APPROVED_TEXT);
    }

    private static @Nullable String both(@Nullable String first, @Nullable String second) {
        return first == null || second == null ? first == null ? second : first : first + "\n\n" + second;
    }

    private static Map<ClosureGround, Optional<Instant>> ofRecord(Map<ClosureGround, Optional<Instant>> closures) {
        return closures.entrySet().stream()
                .filter(closure -> closure.getKey().closesRecord())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean closed(RecordKind kind, Projection projection) {
        return CLOSED_TEXT.contains(kind)
                || Boolean.TRUE.equals(projection.fields().get(Field.MAY_IDENTIFY_PROTECTED_PERSON));
    }

    private static Set<String> languages(Projection projection) {
        Set<String> tags = new HashSet<>();
        list(projection, Field.LANGUAGES, LanguageTag.class).forEach(tag -> tags.add(tag.value()));
        return Set.copyOf(tags);
    }

    private static <T> List<T> list(Projection projection, Field field, Class<T> type) {
        return projection.fields().get(field) instanceof List<?> values
                ? values.stream().map(type::cast).toList()
                : List.of();
    }

    private static @Nullable String text(Projection projection, Field field) {
        return projection.fields().get(field) instanceof String text ? text : null;
    }

    private static @Nullable String bounded(@Nullable String text, int max) {
        if (text == null || text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
