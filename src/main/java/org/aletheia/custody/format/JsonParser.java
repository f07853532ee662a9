package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Reads RFC 8259 texts of the limited model; see {@link CanonicalJson}. One use per instance. */
final class JsonParser {
    private static final int MAX_DIGITS = 16; // as many as 2^53 has

    private final String text;
    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    @Nullable
    Object document() {
        space();
        Object value = value(0);
        space();
        if (at < text.length()) {
            throw syntax();
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw new MalformedValueException("json-depth", "deeper than " + CanonicalJson.MAX_DEPTH);
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> integer();
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            member(map, depth);
            next('}');
        }
        at++;
        return map;
    }

    private void member(Map<String, @Nullable Object> map, int depth) {
        String key = string();
        space();
        expect(':');
        space();
        Object value = value(depth + 1);
        if (map.containsKey(key)) {
            throw new MalformedValueException("json-duplicate-key", "a key appears twice");
        }
        map.put(key, value);
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value(depth + 1));
            next(']');
        }
        at++;
        return list;
    }

    /** After an element: either the end, or a comma that something other than the end must follow. */
    private void next(char end) {
        space();
        if (peek() == end) {
            return;
        }
        expect(',');
        space();
        if (peek() == end) {
            throw syntax();
        }
    }

    private @Nullable Object literal(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw syntax();
        }
        at += word.length();
        return meaning;
    }

    private Long integer() {
        int start = at;
        at += peek() == '-' ? 1 : 0;
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int count = at - digits;
        if (count == 0) {
            throw syntax();
        }
        boolean zero = text.charAt(digits) == '0';
        // "-0" has no integer of its own; its canonical text would be another one.
        if ((zero && at - start > 1) || fraction()) {
            throw new MalformedValueException("json-number", "not an integer in shortest form at " + start);
        }
        long value = count > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(text.substring(start, at));
        if (Math.abs(value) > CanonicalJson.MAX_INTEGER) {
            throw new MalformedValueException("json-integer-range", "magnitude 2^53 or more");
        }
        return value;
    }

    private boolean fraction() {
        return at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw syntax();
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return JsonText.checked(out.toString());
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw syntax();
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw syntax();
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw syntax();
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw syntax();
        }
        at++;
    }

    private MalformedValueException syntax() {
        return new MalformedValueException("json-syntax", "not JSON at character " + at);
    }
}
