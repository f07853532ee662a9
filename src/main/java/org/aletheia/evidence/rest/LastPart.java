package org.aletheia.evidence.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of the last part of a form; their end is told only after the form was found to end there. */
final class LastPart extends FilterInputStream {
    private final EndCheck check;
    private boolean ended;

    LastPart(InputStream part, EndCheck check) {
        super(part);
        this.check = check;
    }

    /** Throws unless the form ends as it should. */
    @FunctionalInterface
    interface EndCheck {
        void run() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return ended ? -1 : told(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return ended ? -1 : told(super.read(into, offset, length));
    }

    private int told(int read) throws IOException {
        if (read < 0) {
            check.run();
            ended = true;
        }
        return read;
    }
}
