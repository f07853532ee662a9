package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Writes the canonical text of a value (RFC 8785 §3.2). */
final class JsonWriter {
    private final StringBuilder out;

    JsonWriter(StringBuilder out) {
        this.out = out;
    }

    void value(@Nullable Object value, int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw tooDeep();
        }
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(inRange(number));
            case String text -> string(text);
            case List<?> list -> list(list, depth);
            case Map<?, ?> map -> map(map, depth);
            default -> throw noForm(value);
        }
    }

    static MalformedValueException tooDeep() {
        return new MalformedValueException("json-depth", "deeper than " + CanonicalJson.MAX_DEPTH);
    }

    static MalformedValueException noForm(Object value) {
        return new MalformedValueException("json-value", "no JSON form for " + value.getClass());
    }

    static long inRange(long number) {
        if (number > CanonicalJson.MAX_INTEGER || number < -CanonicalJson.MAX_INTEGER) {
            throw new MalformedValueException("json-integer-range", "magnitude 2^53 or more");
        }
        return number;
    }

    private void list(List<?> list, int depth) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            value(element, depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (String key : sortedKeys(map)) {
            out.append(separator);
            string(key);
            out.append(':');
            value(map.get(key), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    /** By UTF-16 code units (RFC 8785 §3.2.3), which is the natural order of Java strings. */
    static List<String> sortedKeys(Map<?, ?> map) {
        List<String> keys = new ArrayList<>(map.size());
        for (Object key : map.keySet()) {
            if (!(key instanceof String text)) {
                throw new MalformedValueException("json-value", "a key is not a string");
            }
            keys.add(text);
        }
        keys.sort(null);
        return keys;
    }

    /** In runs: nearly all characters stand for themselves. */
    private void string(String text) {
        JsonText.checked(text);
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(c);
                written = i + 1;
            }
        }
        if (written == 0) {
            out.append(text);
        } else {
            out.append(text, written, text.length());
        }
        out.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
