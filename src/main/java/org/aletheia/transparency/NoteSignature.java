package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param keyId first four bytes of the key's hash, as a big-endian integer
 * @param bytes what follows the key id; a timestamp first, for timestamped types
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String START = "\u2014 ";
    private static final int MAX_LENGTH = 8192;

    public NoteSignature {
        NoteText.checkName(name);
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new MalformedValueException("note-signature-length", "not 1 to 8192 bytes: " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /**
     * Parses a line with or without its newline.
     *
     * @throws MalformedValueException {@code note-signature-line}, {@code note-key-name}, {@code base64} or
     *     {@code note-signature-length}
     */
    public static NoteSignature parse(String line) {
        String text = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
        int space = text.lastIndexOf(' ');
        if (!text.startsWith(START) || space < START.length()) {
            throw new MalformedValueException("note-signature-line", "expected: em dash, key name, base64");
        }
        byte[] blob = StrictBase64.decode(text.substring(space + 1));
        if (blob.length <= Integer.BYTES) {
            throw new MalformedValueException("note-signature-length", "no bytes after the key id");
        }
        int keyId = ByteBuffer.wrap(blob).getInt();
        return new NoteSignature(
                text.substring(START.length(), space), keyId, Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line, newline included. */
    public String format() {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return START + name + " " + StrictBase64.encode(blob) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + keyId) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(keyId);
    }
}
