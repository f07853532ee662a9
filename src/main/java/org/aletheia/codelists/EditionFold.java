package org.aletheia.codelists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aletheia.platform.editions.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Lays editions over a list, value by value: what an operator said holds whatever a later release ships, and what they did
 * not speak of follows the release. Never fails on editions that were accepted once.
 */
final class EditionFold {
    private EditionFold() {}

    /** All lists: those shipped, those of the operator, and those that both have a part in. */
    static Collection<CodeList> all(Map<String, CodeList> shipped, List<Edition<ListEdition>> editions) {
        Map<String, CodeList> lists = new TreeMap<>(shipped);
        for (Edition<ListEdition> edition : editions) {
            lists.compute(edition.of(), (id, held) -> over(held, id, edition.content()));
        }
        return lists.values();
    }

    /** A list with one more edition over it. */
    static CodeList over(@Nullable CodeList held, String id, ListEdition edition) {
        Map<String, CodeEntry> rows = new LinkedHashMap<>();
        if (held != null) {
            held.codes().forEach(row -> rows.put(row.code(), row));
        }
        for (ListEdition.Row row : rows(edition)) {
            rows.compute(Objects.requireNonNull(row.code()), (code, before) -> over(before, code, row));
        }
        return new CodeList(
                id,
                Objects.requireNonNullElse(patched(edition.version(), held == null ? null : held.version()), ""),
                held == null ? 1 : held.revision() + 1,
                Objects.requireNonNullElse(patched(edition.source(), held == null ? null : held.source()), ""),
                patched(edition.kind(), held == null ? null : held.kind()),
                held == null ? null : held.paddedTo(),
                patched(edition.labels(), held == null ? Map.of() : held.labels()),
                CodeTree.ordered(rows.values()));
    }

    /** A row with what was said of it. */
    static CodeEntry over(@Nullable CodeEntry held, String code, ListEdition.Row row) {
        String status = row.status();
        return new CodeEntry(
                code,
                patched(row.parent(), held == null ? null : held.parent()),
                status != null
                        ? CodeStatus.of(status).orElseThrow()
                        : held == null ? CodeStatus.CURRENT : held.status(),
                patched(row.labels(), held == null ? Map.of() : held.labels()),
                day(row.validFrom(), held == null ? null : held.validFrom()),
                day(row.validTo(), held == null ? null : held.validTo()),
                patched(row.source(), held == null ? null : held.source()),
                patched(row.attributes(), held == null ? Map.of() : held.attributes()),
                true);
    }

    /** The rows of an edition without those that are null. */
    static List<ListEdition.Row> rows(ListEdition edition) {
        List<ListEdition.Row> rows = new ArrayList<>();
        if (edition.codes() != null) {
            edition.codes().stream().filter(Objects::nonNull).forEach(rows::add);
        }
        return rows;
    }

    static @Nullable String patched(@Nullable String given, @Nullable String held) {
        if (given == null) {
            return held;
        }
        return given.equals(ListEdition.CLEAR) ? null : given;
    }

    private static @Nullable LocalDate day(@Nullable String given, @Nullable LocalDate held) {
        if (given == null) {
            return held;
        }
        return given.equals(ListEdition.CLEAR) ? null : LocalDate.parse(given);
    }

    private static Map<String, String> patched(
            @Nullable Map<String, @Nullable String> given, Map<String, String> held) {
        Map<String, String> patched = new TreeMap<>(held);
        if (given != null) {
            given.forEach((name, text) -> {
                if (text == null || text.equals(ListEdition.CLEAR)) {
                    patched.remove(name);
                } else {
                    patched.put(name, text);
                }
            });
        }
        return patched;
    }
}
