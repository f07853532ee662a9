package org.aletheia.resilience;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.aletheia.kernel.DigestAlgorithm;

/**
 * A file of noise that can be made again from its seed. Each mebibyte begins with a mark by which
 * plaintext would be recognised wherever it lay.
 *
 * @param seed decides the bytes
 * @param length in bytes
 */
record Sample(long seed, long length) {

    /** Stands in plaintext only: made anew by each run, so that no source or class file holds it. */
    static final String CANARY = "canary-" + UUID.randomUUID() + "/";

    private static final int BLOCK = 1 << 20;
    private static final byte[] NOISE = new byte[BLOCK];

    static {
        new Random(20140305).nextBytes(NOISE);
    }

    InputStream open() {
        return new InputStream() {
            private long at;
            private byte[] block = block(0);

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int from, int count) {
                if (at == length) {
                    return -1;
                }
                int within = (int) (at % BLOCK);
                if (within == 0 && at > 0) {
                    block = block(at / BLOCK);
                }
                int given = (int) Math.min(Math.min(count, BLOCK - within), length - at);
                System.arraycopy(block, within, target, from, given);
                at += given;
                return given;
            }
        };
    }

    /** The same noise under a mark of its own: cheap to make, and no two blocks alike. */
    private byte[] block(long number) {
        byte[] block = NOISE.clone();
        byte[] mark = (CANARY + seed + "/" + number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, block, 0, mark.length);
        return block;
    }

    byte[] sha256() {
        var digest = DigestAlgorithm.SHA_256.newMessageDigest();
        byte[] buffer = new byte[1 << 16];
        try (var in = open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(sha256());
    }
}
