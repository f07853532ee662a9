package org.aletheia.verifier.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;
import org.jspecify.annotations.Nullable;

/**
 * A unit key as the keys bucket holds it ({@code docs/formats-content.md} §4), wrapped by a key of the file provider.
 *
 * @param id of the unit key
 * @param wrappedBy name of the key-encryption key; null once the key was destroyed
 * @param wrapped in base64; null once the key was destroyed
 */
public record KeyRegisterCopy(
        UUID id, @Nullable String wrappedBy, @Nullable String wrapped) {
    private static final byte[] NAMING = ascii("aletheia/kek-name/v1\n");
    private static final byte[] CONTEXT = ascii("aletheia/unit-key/v1\n");
    private static final int NAME_LENGTH = 16;
    private static final byte FORMAT = 1;

    /**
     * Reads the copy.
     *
     * @throws ContentFaultException {@code unit-key}
     * @throws MalformedValueException {@code json-…} where it is no JSON
     */
    public static KeyRegisterCopy parse(byte[] json) {
        if (CanonicalJson.parse(json) instanceof Map<?, ?> map
                && Long.valueOf(FORMAT).equals(map.get("format"))
                && map.get("id") instanceof String id) {
            return new KeyRegisterCopy(uuid(id), text(map.get("wrappedBy")), text(map.get("wrapped")));
        }
        throw fault("this is no copy of a unit key in format 1");
    }

    /**
     * The unit key.
     *
     * @param kek the key-encryption key
     * @throws ContentFaultException {@code key} where it is another than the copy names, {@code unit-key} where the unit
     *     key was destroyed or does not open
     */
    public byte[] unitKey(byte[] kek) {
        if (wrappedBy == null || wrapped == null) {
            throw fault("unit key " + id + " was destroyed: what it protected cannot be read any more");
        }
        String name = Digest.sha256(NAMING, kek).hex().substring(0, NAME_LENGTH);
        if (!name.equals(wrappedBy)) {
            throw new ContentFaultException(
                    ContentFault.KEY, "expected the key-encryption key " + wrappedBy + ", found " + name);
        }
        byte[] bytes = StrictBase64.decode(wrapped);
        if (bytes.length == 0 || bytes[0] != FORMAT) {
            throw fault("wrapped by a provider that only its own software can open");
        }
        byte[] sealed = Arrays.copyOfRange(bytes, 1, bytes.length);
        return Aes256Gcm.unwrap(kek, sealed, associated())
                .filter(key -> key.length == Aes256Gcm.KEY)
                .orElseThrow(() -> fault("unit key " + id + " does not open: the copy was altered"));
    }

    private byte[] associated() {
        return ByteBuffer.allocate(CONTEXT.length + 2 * Long.BYTES)
                .put(CONTEXT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw fault("the id is no UUID");
        }
        return UUID.fromString(id);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ContentFaultException fault(String detail) {
        return new ContentFaultException(ContentFault.UNIT_KEY, detail);
    }
}
