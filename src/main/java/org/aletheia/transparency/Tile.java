package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/**
 * A tile with its hashes; its bytes are the hashes one after the other.
 *
 * @param id where it stands
 * @param hashes as many as the width says
 */
public record Tile(TileId id, List<Hash> hashes) {
    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != id.width()) {
            throw new MalformedValueException(
                    "tile-hashes", "tile of width " + id.width() + " holds " + hashes.size() + " hashes");
        }
    }

    /**
     * Reads the stored bytes of this tile.
     *
     * @throws MalformedValueException {@code tile-length}
     */
    public static Tile parse(TileId id, byte[] bytes) {
        if (bytes.length != id.width() * Hash.LENGTH) {
            throw new MalformedValueException(
                    "tile-length", "width " + id.width() + " does not have " + bytes.length + " bytes");
        }
        return new Tile(id, HashBytes.readAll(ByteBuffer.wrap(bytes)));
    }

    /** The stored bytes, at most 8 192. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> hash.put(buffer));
        return buffer.array();
    }
}
