package org.aletheia.evidence.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds one JSON object; what is not there is left out, so that each statement has one form. */
public final class Tree {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member unless the value is null. */
    public Tree put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds the text form of a value unless it is null. */
    public Tree text(String name, @Nullable Object value) {
        return put(name, value == null ? null : value.toString());
    }

    /** Adds the object made of a value unless that is null. */
    public <T> Tree object(String name, @Nullable T value, Function<T, Map<String, Object>> form) {
        return put(name, value == null ? null : form.apply(value));
    }

    /** Adds a list unless it is empty. */
    public <T> Tree list(String name, List<T> values, Function<T, ?> form) {
        return put(
                name,
                values.isEmpty() ? null : values.stream().<Object>map(form).toList());
    }

    /** The object. */
    public Map<String, Object> map() {
        return members;
    }
}
