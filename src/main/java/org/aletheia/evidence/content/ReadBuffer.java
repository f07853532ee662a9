package org.aletheia.evidence.content;

import java.util.Arrays;

/**
 * The memory of one reader: a segment as it lies in the store, and what it says. Two arrays, since where both
 * are one the JDK decrypts without its combined AES-GCM intrinsic, in two passes.
 */
record ReadBuffer(byte[] ciphertext, byte[] plaintext) {
    /** Bytes of a full one. */
    static final int SIZE = 2 * SegmentLayout.SEGMENT;

    /** For any segment. */
    static ReadBuffer full() {
        return of(SegmentLayout.SEGMENT - SegmentLayout.TAG);
    }

    /** For segments of this length of content at most. */
    static ReadBuffer of(int length) {
        return new ReadBuffer(new byte[length + SegmentLayout.TAG], new byte[length]);
    }

    boolean isFull() {
        return ciphertext.length == SegmentLayout.SEGMENT;
    }

    void wipe() {
        Arrays.fill(plaintext, (byte) 0);
    }
}
