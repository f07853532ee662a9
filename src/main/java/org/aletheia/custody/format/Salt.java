package org.aletheia.custody.format;

import java.util.Arrays;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * What makes a commitment unguessable; disclosed only together with its value.
 *
 * @param bytes exactly 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record Salt(byte[] bytes) {
    static final int LENGTH = 32;

    public Salt {
        if (bytes.length != LENGTH) {
            throw new MalformedValueException("salt-length", "expected 32 bytes, found " + bytes.length);
        }
        bytes = bytes.clone();
    }

    static Salt ofBase64(String text) {
        return new Salt(StrictBase64.decode(text));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    String base64() {
        return StrictBase64.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Not the bytes: a salt in a log file would open what was withheld. */
    @Override
    public String toString() {
        return "Salt";
    }
}
