package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/** Up to 256 consecutive log entries, each as a big-endian uint16 length and its bytes (C2SP tlog-tiles). */
public final class EntryBundle {
    private static final int MAX_ENTRY = 0xFFFF;

    private final List<byte[]> entries;

    /**
     * @param entries 1 to 256, each at most 65 535 bytes
     * @throws MalformedValueException {@code bundle-width} or {@code entry-length}
     */
    public EntryBundle(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TileId.FULL_WIDTH) {
            throw new MalformedValueException("bundle-width", "not 1 to 256 entries: " + entries.size());
        }
        if (entries.stream().anyMatch(entry -> entry.length > MAX_ENTRY)) {
            throw new MalformedValueException("entry-length", "an entry is longer than 65 535 bytes");
        }
        this.entries = copy(entries);
    }

    /**
     * Reads stored bytes.
     *
     * @throws MalformedValueException {@code bundle-truncated} or {@code bundle-width}
     */
    public static EntryBundle parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>();
        while (buffer.hasRemaining() && entries.size() <= TileId.FULL_WIDTH) {
            entries.add(entry(buffer));
        }
        return new EntryBundle(entries);
    }

    /** Copies of the entries, in log order. */
    public List<byte[]> entries() {
        return copy(entries);
    }

    /** RFC 6962 leaf hashes of the entries: the level-0 tile of the same index. */
    public List<Hash> leafHashes() {
        return entries.stream().map(TreeHash::leaf).toList();
    }

    /** The stored bytes. */
    public byte[] toBytes() {
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            buffer.putShort((short) entry.length).put(entry);
        }
        return buffer.array();
    }

    private static byte[] entry(ByteBuffer buffer) {
        int length = buffer.remaining() < Short.BYTES ? MAX_ENTRY + 1 : buffer.getShort() & MAX_ENTRY;
        if (length > buffer.remaining()) {
            throw new MalformedValueException("bundle-truncated", "the last entry is not complete");
        }
        byte[] entry = new byte[length];
        buffer.get(entry);
        return entry;
    }

    private static List<byte[]> copy(List<byte[]> entries) {
        return entries.stream().map(byte[]::clone).toList();
    }
}
