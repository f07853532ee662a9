package org.aletheia.evidence.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a request into its lines, some at a time, so that memory does not grow with it. Empty lines are counted and passed
 * over. Not thread-safe.
 */
final class BulkLines {
    /** Most lines of a request. */
    static final int MOST = 10_000;

    /** Most bytes of a line. */
    static final int LONGEST = 256 << 10;

    private static final int CHUNK_LINES = 500;
    private static final int CHUNK_BYTES = 4 << 20;
    private static final int READ = 64 << 10;

    private final InputStream in;
    private final byte[] read = new byte[READ];
    private int position;
    private int end;
    private int number;
    private boolean ended;

    BulkLines(InputStream in) {
        this.in = in;
    }

    /**
     * A line that is not empty.
     *
     * @param bytes empty where it is too long
     */
    record Raw(int number, byte[] bytes, boolean tooLong) {}

    /** The next lines; empty at the end. The line behind the last that is allowed is given out, none behind it. */
    List<Raw> next() throws IOException {
        List<Raw> lines = new ArrayList<>();
        int bytes = 0;
        while (!ended && lines.size() < CHUNK_LINES && bytes < CHUNK_BYTES && number <= MOST) {
            Raw line = line();
            if (line.tooLong() || line.bytes().length > 0) {
                lines.add(line);
                bytes += line.bytes().length;
            }
        }
        return lines;
    }

    private Raw line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next;
        while ((next = nextByte()) >= 0 && next != '\n') {
            tooLong |= line.size() == LONGEST;
            if (!tooLong) {
                line.write(next);
            }
        }
        ended = next < 0;
        number++;
        byte[] bytes = line.toByteArray();
        return tooLong
                ? new Raw(number, new byte[0], true)
                : new Raw(number, isBlank(bytes) ? new byte[0] : bytes, false);
    }

    private int nextByte() throws IOException {
        if (position == end) {
            position = 0;
            end = in.read(read, 0, read.length);
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return read[position++] & 0xFF;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
