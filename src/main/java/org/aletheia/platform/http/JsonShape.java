package org.aletheia.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Refuses JSON that is nested too deeply or has an array or object with too many parts while its bytes pass, before a parser
 * makes anything of them. It takes the bytes for UTF-8, as RFC 8259 §8.1 wants it; that they are JSON is left to the parser.
 */
final class JsonShape extends FilterInputStream {
    private final int maxElements;
    /** Commas so far in each open array or object. */
    private final int[] commas;

    private int depth;
    private boolean inString;
    private boolean escaped;

    JsonShape(InputStream in, int maxDepth, int maxElements) {
        super(in);
        this.commas = new int[maxDepth];
        this.maxElements = maxElements;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            see(octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int octets = super.read(into, offset, length);
        for (int i = 0; i < octets; i++) {
            see(into[offset + i]);
        }
        return octets;
    }

    @Override
    public long skip(long octets) throws IOException {
        return octets <= 0 || read() < 0 ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void see(int octet) {
        if (octet == 0) {
            // another encoding than UTF-8, in which what is looked for here would not be seen
            throw new ProblemException(ProblemType.MALFORMED_JSON);
        }
        if (inString) {
            inString = escaped || octet != '"';
            escaped = !escaped && octet == '\\';
            return;
        }
        switch (octet) {
            case '"' -> inString = true;
            case '[', '{' -> open();
            case ']', '}' -> depth = Math.max(0, depth - 1);
            case ',' -> comma();
            default -> {
                // part of a number, a word or white space
            }
        }
    }

    private void open() {
        if (depth == commas.length) {
            throw refused("json-depth", commas.length);
        }
        commas[depth++] = 0;
    }

    private void comma() {
        if (depth > 0 && ++commas[depth - 1] >= maxElements) {
            throw refused("json-elements", maxElements);
        }
    }

    private static ProblemException refused(String code, int most) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding("", code, Map.of("limit", most))));
    }
}
