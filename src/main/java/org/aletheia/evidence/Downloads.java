package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.content.ContentStore;
import org.aletheia.evidence.content.StoredContent;

/** Hands out the bytes of items. */
@ApplicationScoped
public class Downloads {
    private final Items items;
    private final ContentStore contents;
    private final UseRecord use;

    Downloads(Items items, ContentStore contents, UseRecord use) {
        this.items = items;
        this.contents = contents;
        this.use = use;
    }

    /** An item whose content the caller may have; nothing is told to the journal yet. */
    public EvidenceItem require(UUID id) {
        return items.require(id, AccessIntent.READ_CONTENT);
    }

    /** Tells the journal that the caller saw what the content is, without its bytes. */
    public void described(UUID item) {
        use.viewed(RecordKind.ITEM, item);
    }

    /**
     * Opens a range. The first segment is fetched and found genuine, then the event is made durable, then this returns:
     * no byte leaves before its event, and no event tells of bytes that could not be had.
     */
    public InputStream open(EvidenceItem item, long from, long length) {
        return open(item.version().file().content(), from, length, () -> use.downloaded(item.id()));
    }

    /** As {@link #open(EvidenceItem, long, long)}, of a rendition of an item that the caller was found permitted to read. */
    public InputStream openRendition(UUID item, UUID rendition, StoredContent content, long from, long length) {
        return open(content, from, length, () -> use.downloaded(item, rendition));
    }

    private InputStream open(StoredContent content, long from, long length, Runnable telling) {
        InputStream bytes = contents.open(content, from, length);
        try {
            telling.run();
            return bytes;
        } catch (RuntimeException e) {
            close(bytes);
            throw e;
        }
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
