package org.aletheia.evidence.content;

import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.ObjectStore;

/**
 * Decrypts a range of stored content, segment by segment, and gives out only what was authenticated. Holds two buffers of
 * at most one segment.
 */
final class ContentReader extends InputStream {
    private final SealedStream sealed;
    private final SegmentKeys keys;
    private final Cipher cipher = SegmentKeys.newCipher();
    private final long contentLength;
    private final byte[] ciphertext;
    private final byte[] plaintext;
    private long segment;
    private long remaining;
    private int position;
    private int available;

    private ContentReader(SealedStream sealed, SegmentKeys keys, long contentLength, long from, long length) {
        this.sealed = sealed;
        this.keys = keys;
        this.contentLength = contentLength;
        this.segment = segmentOf(from, contentLength);
        this.remaining = length;
        int largest = (int) Math.min(SegmentLayout.SEGMENT, contentLength + SegmentLayout.TAG);
        this.ciphertext = new byte[largest];
        this.plaintext = new byte[largest - SegmentLayout.TAG];
        int skipped = (int) (from - SegmentLayout.contentStart(segment));
        decryptNext();
        this.position = skipped;
    }

    /** Fetches what the range needs and no more: the prologue, and the segments that the range touches. */
    static ContentReader open(ObjectStore store, StoredContent content, UnitKey unitKey, long from, long length) {
        long first = segmentOf(from, content.length());
        long last = segmentOf(length == 0 ? from : from + length - 1, content.length());
        long start = first == 0 ? 0 : SegmentLayout.sealedStart(first);
        long end = SegmentLayout.sealedEnd(last, content.length());
        SegmentKeys early = first == 0 ? null : keysOf(store, content, unitKey);
        SealedStream sealed = SealedStream.open(store, content.objectKey(), start, end - start);
        try {
            SegmentKeys keys = early == null ? keys(sealed, content, unitKey) : early;
            return new ContentReader(sealed, keys, content.length(), from, length);
        } catch (RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        if (position == available) {
            decryptNext();
        }
        int count = (int) Math.min(Math.min(length, available - position), remaining);
        System.arraycopy(plaintext, position, target, offset, count);
        position += count;
        remaining -= count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(available - position, remaining);
    }

    @Override
    public void close() {
        Arrays.fill(plaintext, (byte) 0);
        remaining = 0;
        sealed.close();
    }

    private void decryptNext() {
        int length = SegmentLayout.contentLength(segment, contentLength);
        sealed.fill(ciphertext, length + SegmentLayout.TAG);
        keys.init(cipher, Cipher.DECRYPT_MODE, segment, segment == SegmentLayout.lastSegment(contentLength));
        try {
            // The JDK writes nothing to the output before the tag of the whole segment is verified.
            available = cipher.doFinal(ciphertext, 0, length + SegmentLayout.TAG, plaintext, 0);
        } catch (AEADBadTagException e) {
            throw new ContentTamperedException(Finding.SEGMENT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to decrypt", e);
        }
        position = 0;
        segment++;
    }

    private static SegmentKeys keysOf(ObjectStore store, StoredContent content, UnitKey unitKey) {
        try (SealedStream prologue = SealedStream.open(store, content.objectKey(), 0, SegmentLayout.PROLOGUE)) {
            return keys(prologue, content, unitKey);
        }
    }

    private static SegmentKeys keys(SealedStream sealed, StoredContent content, UnitKey unitKey) {
        byte[] bytes = new byte[SegmentLayout.PROLOGUE];
        sealed.fill(bytes, bytes.length);
        byte[] own = Arrays.copyOf(bytes, ContentHeader.LENGTH);
        ContentHeader header = ContentHeader.parse(own, content.objectId(), content.unitKeyId());
        byte[] tinkHeader = Arrays.copyOfRange(bytes, ContentHeader.LENGTH, bytes.length);
        return SegmentKeys.of(header.dataKey(unitKey), content.objectId(), tinkHeader);
    }

    /** The end of the content counts to its last segment, so that an empty range at the end is authenticated too. */
    private static long segmentOf(long offset, long contentLength) {
        return Math.min(SegmentLayout.segmentOf(offset), SegmentLayout.lastSegment(contentLength));
    }
}
