package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.aletheia.kernel.MalformedValueException;

/** The bytes that timestamped signatures sign (C2SP tlog-cosignature). */
final class CosignedMessage {
    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_OPAQUE = 255;

    private CosignedMessage() {}

    /** Type 0x04: a header line, a time line, the whole note text. */
    static byte[] ed25519(long timestamp, String text) {
        return NoteText.encode("cosignature/v1\ntime " + timestamp + "\n" + text);
    }

    /** Type 0x06: the struct {@code cosigned_message} for a whole tree. Extension lines are not covered by it. */
    static byte[] subtree(String cosigner, long timestamp, Checkpoint checkpoint) {
        byte[] name = opaque(cosigner);
        byte[] origin = opaque(checkpoint.origin());
        return ByteBuffer.allocate(LABEL.length + name.length + origin.length + 3 * Long.BYTES + Hash.LENGTH)
                .put(LABEL)
                .put(name)
                .putLong(timestamp)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    /** TLS presentation language: one byte of length, then the bytes. */
    private static byte[] opaque(String text) {
        byte[] bytes = NoteText.encode(text);
        if (bytes.length == 0 || bytes.length > MAX_OPAQUE) {
            throw new MalformedValueException("cosigned-name", "not 1 to 255 bytes");
        }
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }
}
