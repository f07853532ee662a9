package org.aletheia.evidence.anonymous;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;

/** Gives up on bytes that come too slowly. */
final class TimelyStream extends FilterInputStream {
    private final Clock clock;
    private final Instant until;

    TimelyStream(InputStream in, Clock clock, Instant until) {
        super(in);
        this.clock = clock;
        this.until = until;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        check();
        return super.read(into, offset, length);
    }

    private void check() throws IOException {
        if (!clock.instant().isBefore(until)) {
            throw new InterruptedIOException("what is handed in takes too long to arrive");
        }
    }
}
