package org.aletheia.evidence.content;

import java.util.Arrays;

/**
 * The memory of one reader: segments as they lie in the store, and what one of them says. Apart from each other, since
 * where both are one array the JDK decrypts without its combined AES-GCM intrinsic, in two passes.
 *
 * @param ciphertexts used in turn: with more than one, a segment can be fetched while another is decrypted
 */
record ReadBuffer(byte[][] ciphertexts, byte[] plaintext) {
    /** Bytes of a full one. */
    static final int SIZE = 2 * SegmentLayout.SEGMENT;

    /** For any segment. */
    static ReadBuffer full() {
        return of(SegmentLayout.SEGMENT - SegmentLayout.TAG);
    }

    /** For segments of this length of content at most. */
    static ReadBuffer of(int length) {
        return of(1, length);
    }

    /** For any segment, with one more to be fetched meanwhile: half as much again, for where time counts more. */
    static ReadBuffer ahead() {
        return of(2, SegmentLayout.SEGMENT - SegmentLayout.TAG);
    }

    private static ReadBuffer of(int count, int length) {
        return new ReadBuffer(new byte[count][length + SegmentLayout.TAG], new byte[length]);
    }

    byte[] ciphertext(long segment) {
        return ciphertexts[(int) (segment % ciphertexts.length)];
    }

    boolean isAhead() {
        return ciphertexts.length > 1;
    }

    boolean isFull() {
        return ciphertexts[0].length == SegmentLayout.SEGMENT;
    }

    void wipe() {
        Arrays.fill(plaintext, (byte) 0);
    }
}
