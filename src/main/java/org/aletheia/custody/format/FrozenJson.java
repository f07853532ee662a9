package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Unmodifiable deep copies of JSON values; unlike {@link List#copyOf} they may hold null. */
final class FrozenJson {
    private FrozenJson() {}

    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, copy(element)));
            return Collections.unmodifiableMap(copy);
        }
        return value;
    }

    /**
     * A copy as if the value had been written as canonical JSON and read again: keys in canonical order, integers as
     * {@link Long}.
     *
     * @param depth of the value in the text around it
     * @throws MalformedValueException as {@link CanonicalJson#write}
     */
    static @Nullable Object checked(@Nullable Object value, int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw JsonWriter.tooDeep();
        }
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Integer number -> number.longValue();
            case Long number -> JsonWriter.inRange(number);
            case String text -> JsonText.checked(text);
            case List<?> list -> checkedList(list, depth);
            case Map<?, ?> map -> checkedMap(map, depth);
            default -> throw JsonWriter.noForm(value);
        };
    }

    private static List<@Nullable Object> checkedList(List<?> list, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(element -> copy.add(checked(element, depth + 1)));
        return Collections.unmodifiableList(copy);
    }

    private static Map<String, @Nullable Object> checkedMap(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (String key : JsonWriter.sortedKeys(map)) {
            copy.put(JsonText.checked(key), checked(map.get(key), depth + 1));
        }
        return Collections.unmodifiableMap(copy);
    }
}
