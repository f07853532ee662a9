package org.aletheia.search.elastic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.GeoPoint;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/** A document to be; an item of the owner, seen by everybody there, unless told otherwise. */
final class DocumentDraft {
    private RecordKind kind = RecordKind.ITEM;
    private SearchDocument.Access access =
            new SearchDocument.Access(ElasticFixture.OWNER, Classification.GREEN, Set.of(), Map.of(), Set.of());
    private Set<String> languages = Set.of();
    private Set<String> markings = Set.of();
    private Set<String> codes = Set.of();
    private Set<String> identifiers = Set.of();
    private List<String> names = List.of();
    private List<UncertainDate> dates = List.of();
    private List<GeoPoint> places = List.of();
    private @Nullable String title;
    private @Nullable String content;
    private @Nullable SearchDocument made;

    DocumentDraft kind(RecordKind value) {
        kind = value;
        return this;
    }

    DocumentDraft access(SearchDocument.Access value) {
        access = value;
        return this;
    }

    DocumentDraft languages(String... values) {
        languages = Set.of(values);
        return this;
    }

    DocumentDraft markings(String... values) {
        markings = Set.of(values);
        return this;
    }

    DocumentDraft codes(String... values) {
        codes = Set.of(values);
        return this;
    }

    DocumentDraft identifiers(String... values) {
        identifiers = Set.of(values);
        return this;
    }

    DocumentDraft names(String... values) {
        names = List.of(values);
        return this;
    }

    DocumentDraft dates(String... values) {
        dates = Arrays.stream(values).map(UncertainDate::parse).toList();
        return this;
    }

    DocumentDraft place(double longitude, double latitude) {
        places = List.of(new GeoPoint(longitude, latitude));
        return this;
    }

    DocumentDraft title(String value) {
        title = value;
        return this;
    }

    DocumentDraft content(String value) {
        content = value;
        return this;
    }

    SearchDocument document() {
        if (made == null) {
            made = new SearchDocument(
                    kind,
                    UUID.randomUUID(),
                    access,
                    languages,
                    markings,
                    codes,
                    identifiers,
                    names,
                    dates,
                    places,
                    title,
                    null,
                    content);
        }
        return made;
    }
}
