package org.aletheia.cases;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeLists;
import org.aletheia.codelists.CodeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of {@code icc-element} a charge needs: those of its crime, of what that crime belongs to and of every crime,
 * and those of its modes of liability. Of modes that are charged as alternatives all are needed. A crime of another list
 * than {@code icc-crime} has none: its elements are told in words.
 */
@Singleton
public class ExpectedElements {
    private static final String CRIMES = "icc-crime";
    private static final String KIND = "element";
    private static final String OF = "appliesTo";

    private final CodeLists lists;

    ExpectedElements(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * An element that should be in the matrix.
     *
     * @param kind code of {@code element-kind}
     * @param within codes of broader elements; one of these in the matrix stands for it
     */
    public record Expected(String code, String kind, Set<String> within) {
        public Expected {
            within = Set.copyOf(within);
        }

        boolean isMetBy(@Nullable String listed) {
            return listed != null && (listed.equals(code) || within.contains(listed));
        }
    }

    /** Those of a charge, in the order of the list. */
    public List<Expected> of(Charge charge) {
        List<CodeEntry> rows = rows(CaseElements.LIST);
        Map<String, CodeEntry> byCode = byCode(rows);
        Set<String> broader =
                rows.stream().flatMap(row -> Stream.ofNullable(row.parent())).collect(Collectors.toSet());
        boolean listed = charge.crime().list().equals(CRIMES);
        Set<String> named = new HashSet<>(charge.liability());
        if (listed) {
            named.addAll(withBroader(charge.crime().code(), byCode(rows(CRIMES))));
        }
        return rows.stream()
                .filter(row ->
                        row.status() != CodeStatus.RETIRED && row.attributes().containsKey(KIND))
                .filter(row -> !broader.contains(row.code()) && applies(row, named, listed))
                .map(row -> expected(row, byCode))
                .toList();
    }

    private static boolean applies(CodeEntry row, Set<String> named, boolean listed) {
        String of = row.attributes().get(OF);
        return of == null ? listed : named.contains(of);
    }

    private static Expected expected(CodeEntry row, Map<String, CodeEntry> byCode) {
        Set<String> within = withBroader(row.code(), byCode);
        within.remove(row.code());
        within.removeIf(code -> {
            CodeEntry above = byCode.get(code);
            return above == null || !above.attributes().containsKey(KIND);
        });
        return new Expected(row.code(), row.attributes().getOrDefault(KIND, ""), within);
    }

    private static Set<String> withBroader(String code, Map<String, CodeEntry> byCode) {
        Set<String> codes = new HashSet<>();
        String at = code;
        while (at != null && codes.add(at)) {
            CodeEntry row = byCode.get(at);
            at = row == null ? null : row.parent();
        }
        return codes;
    }

    private List<CodeEntry> rows(String list) {
        return lists.find(list).map(CodeList::codes).orElse(List.of());
    }

    private static Map<String, CodeEntry> byCode(List<CodeEntry> rows) {
        return rows.stream().collect(Collectors.toMap(CodeEntry::code, Function.identity()));
    }
}
