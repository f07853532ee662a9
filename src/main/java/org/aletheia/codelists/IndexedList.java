package org.aletheia.codelists;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A list with its rows by code: bulk loads check hundreds of thousands of codes. Immutable. */
record IndexedList(CodeList list, Map<String, CodeEntry> byCode) {
    static IndexedList of(CodeList list) {
        return new IndexedList(
                list,
                list.codes().stream().collect(Collectors.toUnmodifiableMap(CodeEntry::code, Function.identity())));
    }

    Optional<CodeEntry> find(String given) {
        return Optional.ofNullable(byCode.get(list.padded(given)));
    }
}
