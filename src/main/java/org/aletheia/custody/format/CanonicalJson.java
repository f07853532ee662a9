package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON text of a value: RFC 8785 (JCS), limited to what events need.
 *
 * <p>A value is {@code null}, {@link Boolean}, {@link Long} or {@link Integer} with magnitude below 2⁵³, {@link String}
 * without lone surrogates and U+0000, a {@link java.util.List} of values, or a {@link java.util.Map} from such strings to
 * values, at most 32 deep. There are no fractions: what needs one is a string.
 */
public final class CanonicalJson {
    static final int MAX_DEPTH = 32;
    private static final int TYPICAL_LENGTH = 128;
    static final long MAX_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical text as UTF-8.
     *
     * @throws MalformedValueException {@code json-value}, {@code json-integer-range}, {@code json-string} or
     *     {@code json-depth}
     */
    public static byte[] write(@Nullable Object value) {
        JsonWriter out = new JsonWriter(TYPICAL_LENGTH);
        out.value(value, 0);
        return out.bytes();
    }

    /**
     * The canonical text.
     *
     * @throws MalformedValueException as {@link #write}
     */
    public static String text(@Nullable Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /**
     * Reads any JSON text of the limited model: white space and key order are free, but duplicate keys, fractions,
     * exponents, lone surrogates and everything outside RFC 8259 are refused. Maps keep the order of the text; integers
     * become {@link Long}.
     *
     * @throws MalformedValueException reasons {@code json-…}
     */
    public static @Nullable Object parse(byte[] utf8) {
        return new JsonParser(JsonText.decode(utf8)).document();
    }

    /**
     * Reads a canonical text and refuses every other text of the same value.
     *
     * @throws MalformedValueException reasons {@code json-…}, among them {@code json-not-canonical}
     */
    public static @Nullable Object parseCanonical(byte[] utf8) {
        Object value = parse(utf8);
        if (!Arrays.equals(write(value), utf8)) {
            throw new MalformedValueException("json-not-canonical", "the text is not the canonical one of its value");
        }
        return value;
    }
}
