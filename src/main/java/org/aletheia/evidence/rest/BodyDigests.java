package org.aletheia.evidence.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.aletheia.evidence.DigestProblems;
import org.aletheia.kernel.Digest;

/**
 * The whole body of a form, digested as it passes where the request states digests over it (RFC 9530 §2: the fields of a
 * request speak of all of its body, those of a part of that part).
 */
final class BodyDigests extends FilterInputStream {
    private final List<Digest> stated;
    private final List<MessageDigest> engines;

    BodyDigests(InputStream body, List<Digest> stated) {
        super(body);
        this.stated = stated;
        this.engines = stated.stream()
                .map(digest -> digest.algorithm().newMessageDigest())
                .toList();
    }

    /** Reads what follows the form and compares. */
    void check() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        for (int i = 0; i < stated.size(); i++) {
            Digest expected = stated.get(i);
            Digest received = new Digest(expected.algorithm(), engines.get(i).digest());
            if (!expected.matches(received)) {
                throw DigestProblems.mismatch(expected, received);
            }
        }
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            engines.forEach(engine -> engine.update((byte) octet));
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            engines.forEach(engine -> engine.update(into, offset, read));
        }
        return read;
    }
}
