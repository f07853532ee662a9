package org.aletheia.evidence.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.aletheia.evidence.content.ContentTamperedException.Finding;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.ObjectStore;

/**
 * Decrypts a range of stored content, segment by segment, and gives out only what was authenticated. While one segment is
 * given out the next is fetched. Short content takes a buffer of its own size, longer content one from the pool.
 */
final class ContentReader extends InputStream {
    private final SealedStream sealed;
    private final SegmentKeys keys;
    private final Cipher cipher = SegmentKeys.newCipher();
    private final long contentLength;
    private final ReadAhead ahead;
    private final ReadBuffer buffer;
    private final long last;
    private long segment;
    private long remaining;
    private CompletableFuture<Void> fetching;
    private int position;
    private int end;
    private boolean closed;

    private ContentReader(
            SealedStream sealed,
            SegmentKeys keys,
            ReadAhead ahead,
            ReadBuffer buffer,
            long contentLength,
            long from,
            long length) {
        this.sealed = sealed;
        this.keys = keys;
        this.contentLength = contentLength;
        this.ahead = ahead;
        this.buffer = buffer;
        this.segment = segmentOf(from, contentLength);
        this.last = lastOf(from, length, contentLength);
        this.remaining = length;
        fetch(segment);
        this.fetching = CompletableFuture.completedFuture(null);
        int skipped = (int) (from - SegmentLayout.contentStart(segment));
        try {
            decryptNext();
        } catch (RuntimeException | Error e) {
            settle(); // the buffer goes to others
            throw e;
        }
        this.position = skipped;
    }

    /**
     * Fetches what the range needs and no more: the prologue, and the segments that the range touches.
     *
     * @throws org.aletheia.platform.objectstore.StorageUnavailableException also where no buffer came free in time
     */
    static ContentReader open(
            ObjectStore store, StoredContent content, UnitKey unitKey, long from, long length, ReadAhead ahead) {
        long first = segmentOf(from, content.length());
        long last = lastOf(from, length, content.length());
        long start = first == 0 ? 0 : SegmentLayout.sealedStart(first);
        long end = SegmentLayout.sealedEnd(last, content.length());
        SegmentKeys early = first == 0 ? null : keysOf(store, content, unitKey);
        ReadBuffer buffer = ahead.take(content.length());
        try {
            SealedStream sealed = SealedStream.open(store, content.objectKey(), start, end - start);
            try {
                SegmentKeys keys = early == null ? keys(sealed, content, unitKey) : early;
                return new ContentReader(sealed, keys, ahead, buffer, content.length(), from, length);
            } catch (RuntimeException | Error e) {
                sealed.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            ahead.giveBack(buffer);
            throw e;
        }
    }

    /** Reads all of an object whose bytes come from its first to its last; closes them with itself, or where it throws. */
    static ContentReader whole(SealedStream sealed, StoredContent content, UnitKey unitKey, ReadAhead ahead) {
        ReadBuffer buffer = ahead.take(content.length());
        try {
            SegmentKeys keys = keys(sealed, content, unitKey);
            return new ContentReader(sealed, keys, ahead, buffer, content.length(), 0, content.length());
        } catch (RuntimeException | Error e) {
            ahead.giveBack(buffer);
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
        int count = Math.min(length, ready());
        System.arraycopy(buffer.plaintext(), position, target, offset, count);
        given(count);
        return count;
    }

    /** Without a buffer in between. */
    @Override
    public long transferTo(OutputStream target) throws IOException {
        long written = 0;
        while (remaining > 0) {
            int count = ready();
            target.write(buffer.plaintext(), position, count);
            given(count);
            written += count;
        }
        return written;
    }

    /** How many bytes of what is left lie decrypted, at least one. */
    private int ready() {
        if (position == end) {
            decryptNext();
        }
        return available();
    }

    private void given(int count) {
        position += count;
        remaining -= count;
    }

    @Override
    public int available() {
        return (int) Math.min(end - position, remaining);
    }

    /** Gives the buffer back when no fetch can touch it any more. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        remaining = 0;
        position = end;
        settle();
        ahead.giveBack(buffer);
        sealed.close();
    }

    /** Returns when no fetch can touch the buffer any more. */
    private void settle() {
        fetching.handle((done, failure) -> done).join();
    }

    private void fetch(long wanted) {
        int length = SegmentLayout.contentLength(wanted, contentLength) + SegmentLayout.TAG;
        sealed.fill(buffer.ciphertext(wanted), length);
    }

    /** Decrypts the segment that was fetched, and has the next one fetched: in its place, or beside it meanwhile. */
    private void decryptNext() {
        Intake.join(fetching);
        long current = segment++;
        if (buffer.isAhead()) {
            fetchNext();
        }
        decrypt(current);
        if (!buffer.isAhead()) {
            fetchNext();
        }
    }

    private void decrypt(long wanted) {
        int length = SegmentLayout.contentLength(wanted, contentLength);
        keys.init(cipher, Cipher.DECRYPT_MODE, wanted, wanted == SegmentLayout.lastSegment(contentLength));
        try {
            // Where the tag does not fit the JDK wipes what it has written; nothing of a segment is given out before.
            end = cipher.doFinal(buffer.ciphertext(wanted), 0, length + SegmentLayout.TAG, buffer.plaintext(), 0);
        } catch (AEADBadTagException e) {
            throw new ContentTamperedException(Finding.SEGMENT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to decrypt", e);
        }
        position = 0;
    }

    private void fetchNext() {
        if (segment <= last) {
            long next = segment;
            fetching = CompletableFuture.runAsync(() -> fetch(next), ahead.executor());
        }
    }

    /** What opens the object, from its first bytes alone. */
    static SegmentKeys keysOf(ObjectStore store, StoredContent content, UnitKey unitKey) {
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

    private static long lastOf(long from, long length, long contentLength) {
        return segmentOf(length == 0 ? from : from + length - 1, contentLength);
    }

    /** The end of the content counts to its last segment, so that an empty range at the end is authenticated too. */
    private static long segmentOf(long offset, long contentLength) {
        return Math.min(SegmentLayout.segmentOf(offset), SegmentLayout.lastSegment(contentLength));
    }
}
