package org.aletheia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Compares two long streams in constant memory. */
final class ContentComparison {
    private static final int BLOCK = 1 << 20;

    private ContentComparison() {}

    static boolean same(InputStream one, InputStream two) throws IOException {
        byte[] left = new byte[BLOCK];
        byte[] right = new byte[BLOCK];
        int count;
        do {
            count = one.readNBytes(left, 0, BLOCK);
            int other = two.readNBytes(right, 0, BLOCK);
            if (!Arrays.equals(left, 0, count, right, 0, other)) {
                return false;
            }
        } while (count == BLOCK);
        return true;
    }
}
