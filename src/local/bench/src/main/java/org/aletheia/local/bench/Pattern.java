package org.aletheia.local.bench;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/** A stream of a given length that repeats one incompressible mebibyte: as fast to make as memory is to copy. */
final class Pattern extends InputStream {

    private static final byte[] BLOCK = new byte[1 << 20];

    static {
        new Random(20140305).nextBytes(BLOCK);
    }

    private long left;
    private int at;

    Pattern(long bytes) {
        this.left = bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(Math.min(length, left), BLOCK.length - at);
        System.arraycopy(BLOCK, at, target, from, count);
        at = (at + count) % BLOCK.length;
        left -= count;
        return count;
    }

    /** RFC 9530 header value of a stream of this length. */
    static String reprDigest(long bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var stream = new Pattern(bytes);
            byte[] buffer = new byte[1 << 16];
            for (int n = stream.read(buffer, 0, buffer.length); n > 0; n = stream.read(buffer, 0, buffer.length)) {
                digest.update(buffer, 0, n);
            }
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest.digest()) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
