package org.aletheia.custody.format;

import java.util.Map;
import java.util.TreeMap;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp of the checkpoint in a receipt's proof. Nothing in it is verified.
 *
 * @param authority what the server calls who made it; for people
 * @param token RFC 3161 token with its certificates and revocation lists, DER, as base64
 */
public record ReceiptTimestamp(String authority, String token) {
    /** @throws MalformedValueException {@code base64} */
    public ReceiptTimestamp {
        StrictBase64.decode(token);
    }

    /** One of a token's bytes. */
    public static ReceiptTimestamp of(String authority, byte[] token) {
        return new ReceiptTimestamp(authority, StrictBase64.encode(token));
    }

    /** The token. */
    public byte[] bytes() {
        return StrictBase64.decode(token);
    }

    /** Other keys beside these are ignored. */
    static ReceiptTimestamp ofJson(@Nullable Object json) {
        if (json instanceof Map<?, ?> map
                && map.get("authority") instanceof String authority
                && map.get("token") instanceof String token) {
            return new ReceiptTimestamp(authority, token);
        }
        throw new MalformedValueException("receipt", "a timestamp has authority and token");
    }

    Map<String, @Nullable Object> json() {
        return new TreeMap<>(Map.of("authority", authority, "token", token));
    }
}
