package org.aletheia.evidence;

import java.io.InputStream;
import java.util.List;
import org.aletheia.kernel.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way in.
 *
 * @param bytes read once, to the end; not closed
 * @param length announced, null when not
 * @param stated digests that came with the bytes, besides those of the item's statement
 * @param name that came with the bytes; the item's statement goes before it
 * @param mediaType likewise
 */
public record IncomingFile(
        InputStream bytes,
        @Nullable Long length,
        List<Digest> stated,
        @Nullable String name,
        @Nullable String mediaType) {
    public IncomingFile {
        stated = List.copyOf(stated);
    }
}
