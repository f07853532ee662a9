package org.aletheia.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aletheia.cases.ExpectedElements.Expected;
import org.jspecify.annotations.Nullable;

/**
 * Finds the gaps of a matrix. Of a charge: {@code no-elements}; {@code no-cell} for each element that the lists have and
 * nobody has written; {@code kind-missing} for a kind of which there is none, where the lists do not tell which. Of an
 * element: its state where that is not {@code supported}, {@code not-reviewed}, {@code source-since-review}, {@code
 * no-supporting-source} where it is said to be supported or partly so, and {@code contradicting-source} wherever there is
 * one.
 */
public final class Gaps {
    private static final List<String> KINDS = List.of("material", "mental", "liability");
    private static final String SUPPORTED = "supported";
    private static final String PARTLY = "partly";

    private Gaps() {}

    /** A source of an element, as far as the reader sees it. */
    public record Cited(UUID element, UUID item, String support, Instant at) {}

    /** An element with its id. */
    public record Row(UUID id, CaseElement element) {}

    /**
     * Of charges in their order: what each lacks, then what each of its elements does. Every crime has a material and a
     * mental element, and every charge a mode of liability; not every crime has a contextual one.
     *
     * @param expected which elements the lists have for a charge
     */
    public static List<Gap> of(
            List<Charge> charges, List<Row> rows, List<Cited> sources, Function<Charge, List<Expected>> expected) {
        List<Gap> found = new ArrayList<>();
        for (Charge charge : charges) {
            List<Row> own = rows.stream()
                    .filter(row -> row.element().charge().equals(charge.id()))
                    .toList();
            found.addAll(ofCharge(charge.id(), own, expected.apply(charge)));
            own.forEach(row -> codes(row, sources).forEach(code -> found.add(Gap.of(row, code))));
        }
        return found;
    }

    private static List<Gap> ofCharge(UUID charge, List<Row> rows, List<Expected> expected) {
        List<Gap> found = new ArrayList<>();
        if (rows.isEmpty()) {
            found.add(Gap.of(charge, "no-elements", null));
        }
        expected.stream()
                .filter(element -> rows.stream()
                        .noneMatch(row -> element.isMetBy(row.element().code())))
                .forEach(element -> found.add(Gap.missing(charge, element)));
        if (!rows.isEmpty()) {
            KINDS.stream()
                    .filter(kind -> !has(kind, rows, expected))
                    .forEach(kind -> found.add(Gap.of(charge, "kind-missing", kind)));
        }
        return found;
    }

    private static boolean has(String kind, List<Row> rows, List<Expected> expected) {
        return rows.stream().anyMatch(row -> row.element().elementKind().equals(kind))
                || expected.stream().anyMatch(element -> element.kind().equals(kind));
    }

    private static List<String> codes(Row row, List<Cited> sources) {
        CaseElement element = row.element();
        List<Cited> own =
                sources.stream().filter(each -> each.element().equals(row.id())).toList();
        boolean claims = element.state().equals(SUPPORTED) || element.state().equals(PARTLY);
        return Stream.of(
                        element.state().equals(SUPPORTED) ? null : element.state(),
                        claims && !has(own, "supports") ? "no-supporting-source" : null,
                        has(own, "contradicts") ? "contradicting-source" : null,
                        review(element, own))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String review(CaseElement element, List<Cited> sources) {
        String at = element.reviewedAt();
        if (element.reviewer() == null || at == null) {
            return "not-reviewed";
        }
        Instant reviewed = Instant.parse(at);
        return sources.stream().anyMatch(each -> each.at().isAfter(reviewed)) ? "source-since-review" : null;
    }

    private static boolean has(List<Cited> sources, String support) {
        return sources.stream().anyMatch(each -> each.support().equals(support));
    }
}
