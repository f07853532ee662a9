package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Writes canonical texts of values (RFC 8785 §3.2) as UTF-8, one behind the other. Not thread-safe. */
final class JsonWriter {
    private byte[] out;
    private int length;

    /** @param typicalLength bytes for which there is room at first */
    JsonWriter(int typicalLength) {
        out = new byte[typicalLength];
    }

    /** Bytes so far. */
    int length() {
        return length;
    }

    /** What was written. */
    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }

    /** Hands on what was written from there on. */
    void digest(MessageDigest digest, int from) {
        digest.update(out, from, length - from);
    }

    /** Writes the value behind what is there. @param depth of the value in the text around it */
    void value(@Nullable Object value, int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw tooDeep();
        }
        switch (value) {
            case null -> ascii("null");
            case Boolean flag -> ascii(flag.toString());
            case Integer number -> ascii(number.toString());
            case Long number -> ascii(Long.toString(inRange(number)));
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
        ascii('[');
        String separator = "";
        for (Object element : list) {
            ascii(separator);
            value(element, depth + 1);
            separator = ",";
        }
        ascii(']');
    }

    private void map(Map<?, ?> map, int depth) {
        ascii('{');
        String separator = "";
        for (String key : sortedKeys(map)) {
            ascii(separator);
            string(key);
            ascii(':');
            value(map.get(key), depth + 1);
            separator = ",";
        }
        ascii('}');
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

    /** Nearly all characters stand for themselves, and for one byte. */
    private void string(String text) {
        room(text.length() + 2);
        int end = length;
        out[end++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!plain(c)) {
                utf8(quoted(JsonText.checked(text)));
                return;
            }
            out[end++] = (byte) c;
        }
        out[end++] = '"';
        length = end;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\f' -> quoted.append("\\f");
                case '\r' -> quoted.append("\\r");
                default -> other(c, quoted);
            }
        }
        return quoted.append('"').toString();
    }

    private static void other(char c, StringBuilder quoted) {
        if (c < ' ') {
            quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
        } else {
            quoted.append(c);
        }
    }

    /** Writes a character of ASCII. */
    void ascii(char c) {
        room(1);
        out[length++] = (byte) c;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            ascii(text.charAt(i));
        }
    }

    private void utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        int needed = Math.addExact(length, more);
        if (needed > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length << 1, needed));
        }
    }
}
