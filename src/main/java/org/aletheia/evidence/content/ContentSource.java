package org.aletheia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The content as it arrives: counted, held to the announced length, and able to say whether more follows. */
final class ContentSource {
    private static final int NOTHING = -1;

    private final InputStream stream;
    private final @Nullable Long announced;
    private long count;
    private int ahead = NOTHING;
    private boolean ended;

    ContentSource(InputStream stream, @Nullable Long announced) {
        this.stream = stream;
        this.announced = announced;
    }

    /** Reads until the range is full or the content ends; returns the bytes read. */
    int fill(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0 || exhausted()) {
            return 0;
        }
        buffer[offset] = (byte) ahead;
        ahead = NOTHING;
        int read = 1;
        while (read < length && !ended) {
            int more = stream.read(buffer, offset + read, length - read);
            ended = more < 0;
            read += Math.max(more, 0);
        }
        count += read;
        if (announced != null && count > announced) {
            throw new LengthMismatchException(announced, count);
        }
        return read;
    }

    /** Whether the content has ended. Waits for the next byte. */
    boolean exhausted() throws IOException {
        if (ahead == NOTHING && !ended) {
            ahead = stream.read();
            ended = ahead < 0;
        }
        return ended && ahead == NOTHING;
    }

    /**
     * Bytes read.
     *
     * @throws LengthMismatchException where they are fewer than announced
     */
    long length() {
        if (announced != null && announced != count) {
            throw new LengthMismatchException(announced, count);
        }
        return count;
    }
}
