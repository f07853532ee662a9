package org.aletheia.insight.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.insight.Disposed;
import org.aletheia.insight.sheet.SheetRow.Contradiction;
import org.aletheia.insight.sheet.SheetRow.Gap;
import org.aletheia.insight.sheet.SheetRow.Relevance;
import org.jspecify.annotations.Nullable;

/** A sheet as a table of texts: one column a member of the line, several values of one cell parted by "; ". */
public final class SheetTable {
    /** Names of the columns, in their order. */
    public static final List<String> COLUMNS = List.of(
            "number",
            "item",
            "received",
            "date",
            "title",
            "description",
            "kind",
            "source",
            "relevance",
            "integrity",
            "provenance",
            "authenticity",
            "custody",
            "gaps",
            "digest",
            "mediaType",
            "length",
            "languages",
            "translations",
            "conditions",
            "privilege",
            "protection",
            "contradicting",
            "elements",
            "disclosure",
            "disposed");

    private SheetTable() {}

    /** The cells of a line, by column; a column without value has an empty cell. */
    public static Map<String, String> cells(SheetRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, ""));
        put(cells, "number", row.number());
        put(cells, "item", row.item().toString());
        put(cells, "received", row.received().toString());
        put(cells, "date", row.date());
        put(cells, "title", row.title());
        put(cells, "description", row.description());
        put(cells, "kind", row.kind());
        put(cells, "source", row.source());
        put(cells, "relevance", joined(row.relevance().stream().map(SheetTable::relevance)));
        put(cells, "integrity", integrity(row));
        put(cells, "provenance", provenance(row));
        put(cells, "authenticity", authenticity(row.authenticity()));
        put(cells, "custody", custody(row));
        put(
                cells,
                "gaps",
                joined(Stream.concat(row.provenance().gaps().stream(), row.custody().gaps().stream())
                        .distinct()
                        .map(SheetTable::gap)));
        put(
                cells,
                "digest",
                joined(row.digests().entrySet().stream().map(each -> each.getKey() + ":" + each.getValue())));
        put(cells, "mediaType", row.mediaType());
        put(cells, "length", Long.toString(row.length()));
        put(cells, "languages", joined(row.languages().stream()));
        put(cells, "translations", joined(row.translations().stream()));
        put(cells, "conditions", joined(row.terms().conditions().stream()));
        put(cells, "privilege", row.terms().privilege());
        put(cells, "protection", protection(row));
        put(cells, "contradicting", joined(row.contradicting().stream().map(SheetTable::contradiction)));
        put(cells, "elements", joined(row.cases().stream().flatMap(SheetTable::elements)));
        put(cells, "disclosure", joined(row.cases().stream().map(SheetTable::disclosure)));
        return cells;
    }

    /** The cells of an item that is gone. */
    public static Map<String, String> cells(Disposed went) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, ""));
        put(cells, "item", went.id().toString());
        put(cells, "digest", went.digest());
        put(cells, "disposed", words(went.disposedAt(), went.disposal()));
        return cells;
    }

    private static void put(Map<String, String> cells, String column, @Nullable String value) {
        cells.put(column, Objects.requireNonNullElse(value, ""));
    }

    private static String relevance(Relevance cited) {
        return words(cited.support(), cited.kind(), cited.record(), cited.about(), cited.qualifications());
    }

    private static String contradiction(Contradiction other) {
        return words(
                other.number() == null ? other.item() : other.number(),
                other.support(),
                other.kind(),
                other.record(),
                other.about(),
                other.disposed() == null ? null : "disposed");
    }

    private static Stream<String> elements(SheetRow.InCase in) {
        return in.elements().stream()
                .map(cited -> words(
                        in.title(),
                        cited.crime(),
                        cited.code() == null ? cited.text() : cited.code(),
                        cited.kind(),
                        cited.standard(),
                        cited.state(),
                        cited.reviewed() ? "reviewed" : "not-reviewed",
                        cited.support(),
                        cited.fragment(),
                        cited.contradicting()));
    }

    private static String disclosure(SheetRow.InCase in) {
        SheetRow.Disclosure decided = in.disclosure();
        return decided == null
                ? words(in.title(), "no-decision")
                : words(in.title(), decided.decision(), decided.reasons(), decided.decidedAt());
    }

    private static String integrity(SheetRow row) {
        SheetRow.Integrity found = row.integrity();
        return words(
                found.outcome() == null ? "received" : found.outcome(),
                found.checkedAt().toString(),
                found.finding());
    }

    private static String provenance(SheetRow row) {
        return words(row.provenance().method(), row.provenance().holders());
    }

    private static String authenticity(SheetRow.Authenticity held) {
        Stream<String> opinions =
                held.opinions().stream().map(each -> words(each.conclusion(), each.methods(), each.reasons()));
        return joined(held.contested() ? Stream.concat(Stream.of("contested"), opinions) : opinions);
    }

    private static String custody(SheetRow row) {
        return words(row.custody().events(), row.custody().discrepancies());
    }

    private static String gap(Gap gap) {
        return words(gap.period(), gap.reason(), gap.risk());
    }

    private static String protection(SheetRow row) {
        return words(row.classification(), row.identifying() ? "mayIdentifyProtectedPerson" : null, row.markings());
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("; "));
    }

    /** What is there, in one line. */
    private static String words(@Nullable Object... values) {
        List<String> words = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof List<?> list) {
                list.forEach(each -> words.add(String.valueOf(each)));
            } else if (value != null) {
                words.add(value.toString());
            }
        }
        return String.join(" ", words);
    }
}
