package org.aletheia.evidence.record;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a content that is committed to: as stored, with fractions as decimal strings (canonical JSON has none). */
public final class Canonical {
    private Canonical() {}

    static Map<String, Object> of(RecordVersion<?> version) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("classification", version.protection().classification().code());
        members.put(
                "compartments",
                version.protection().compartments().stream().sorted().toList());
        RecordCodec.encode(version.content()).forEach((name, value) -> members.put(name, value(value)));
        return members;
    }

    /** The value with fractions as decimal strings. */
    public static Object value(Object value) {
        return switch (value) {
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case List<?> list -> list.stream().map(Canonical::value).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put(String.valueOf(name), value(member)));
                yield copy;
            }
            default -> value;
        };
    }
}
