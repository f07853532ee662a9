package org.aletheia.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Refuses the first byte past a limit with {@code payload-too-large}: a length that was announced binds nobody. */
public final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long read;

    public BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** The refusal of what is known beforehand to be too long. */
    public static ProblemException tooLarge(long limit) {
        return new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, Map.of("limit", limit));
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int octets = super.read(into, offset, length);
        count(Math.max(octets, 0));
        return octets;
    }

    private void count(int octets) {
        read += octets;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }
}
