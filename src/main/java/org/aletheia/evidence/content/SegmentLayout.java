package org.aletheia.evidence.content;

/**
 * Where segments lie: the arithmetic of Tink's AES256_GCM_HKDF_1MB (1 MiB of ciphertext a segment, its own 40-byte header
 * counted into the first) after our header. All numbers are bytes.
 */
final class SegmentLayout {
    static final int SEGMENT = 1 << 20;
    static final int TAG = 16;
    static final int TINK_HEADER = 40;

    /** Our header and Tink's: what is needed before any segment can be read. */
    static final int PROLOGUE = ContentHeader.LENGTH + TINK_HEADER;

    private SegmentLayout() {}

    /** Content bytes that a segment holds when full. */
    static int capacity(long segment) {
        return segment == 0 ? SEGMENT - TINK_HEADER - TAG : SEGMENT - TAG;
    }

    /** The segment that holds this content byte. */
    static long segmentOf(long offset) {
        return offset < capacity(0) ? 0 : 1 + (offset - capacity(0)) / capacity(1);
    }

    /** Offset in the content of a segment's first byte. */
    static long contentStart(long segment) {
        return segment == 0 ? 0 : capacity(0) + (segment - 1) * capacity(1);
    }

    /** Offset in the object of a segment's first byte of ciphertext. */
    static long sealedStart(long segment) {
        return segment == 0 ? PROLOGUE : ContentHeader.LENGTH + segment * SEGMENT;
    }

    /** The last segment of content of this length; empty content has one, empty segment. */
    static long lastSegment(long length) {
        return length == 0 ? 0 : segmentOf(length - 1);
    }

    /** Content bytes in a segment, given the whole length. */
    static int contentLength(long segment, long length) {
        return (int) Math.min(capacity(segment), length - contentStart(segment));
    }

    /** Offset in the object behind a segment and its tag, given the length of the content. */
    static long sealedEnd(long segment, long length) {
        return sealedStart(segment) + contentLength(segment, length) + TAG;
    }

    /** Length of the object that holds content of this length. */
    static long sealedLength(long length) {
        return sealedEnd(lastSegment(length), length);
    }
}
