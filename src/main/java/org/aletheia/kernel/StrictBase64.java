package org.aletheia.kernel;

import java.util.Base64;

/**
 * Standard base64 (RFC 4648 §4) where each byte string has exactly one text: padding required, unused bits zero.
 *
 * <p>Formats that are signed or hashed use this; with the lenient decoder of the JDK two different texts would mean the
 * same bytes.
 */
public final class StrictBase64 {
    private StrictBase64() {}

    /** Encodes with padding, without line breaks. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Decodes the one canonical text of some bytes.
     *
     * @throws MalformedValueException {@code base64}
     */
    public static byte[] decode(String text) {
        byte[] bytes = decodeLeniently(text);
        if (!encode(bytes).equals(text)) {
            throw new MalformedValueException("base64", "not the canonical base64 of its bytes");
        }
        return bytes;
    }

    private static byte[] decodeLeniently(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("base64", "not base64");
        }
    }
}
