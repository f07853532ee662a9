package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;
import org.aletheia.evidence.content.ContentStore;
import org.aletheia.evidence.content.ExpectedDigests;
import org.aletheia.evidence.content.StoredContent;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectRetainedException;
import org.aletheia.platform.objectstore.ObjectStores;

/** The bytes of anonymous deposits. Nothing here is for use inside a transaction. */
@ApplicationScoped
class AnonymousContents {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final ContentStore contents;
    private final ObjectStores stores;
    private final StoredAnonymously stored;
    private final LogRunner log;

    AnonymousContents(ContentStore contents, ObjectStores stores, StoredAnonymously stored, LogRunner log) {
        this.contents = contents;
        this.stores = stores;
        this.stored = stored;
        this.log = log;
    }

    /** Stores, as {@link ContentStore#store}. */
    StoredContent store(InputStream bytes, UnitKey key) throws IOException {
        return contents.store(bytes, ExpectedDigests.of(List.of()), null, Ids.random(), key);
    }

    /** All of it, as {@link ContentStore#open}. */
    InputStream open(StoredContent content) {
        return contents.open(content, 0, content.length());
    }

    /** Removes what no deposit names, as far as locks permit: the collector of leftovers sees to the rest. */
    void discard(Collection<StoredContent> contents) {
        contents.forEach(content -> remove(content.objectKey()));
    }

    /**
     * Removes what waits no more, as far as locks permit; nobody can read it already, for its key was destroyed or it is an
     * item now. Each is removed, then noted; a crash in between repeats the removal. Not where the journal is not known to be
     * the one that was published: a database of which that is unknown is not believed when it says that bytes may go.
     *
     * @return how many
     */
    int clear() {
        int removed = 0;
        List<StoredAnonymously.Left> page = log.verified() ? stored.left(FIRST, PAGE) : List.of();
        while (!page.isEmpty()) {
            for (StoredAnonymously.Left left : page) {
                if (remove(left.objectKey())) {
                    stored.removed(left.file());
                    removed++;
                }
            }
            page = stored.left(page.getLast().file(), PAGE);
        }
        return removed;
    }

    private boolean remove(String key) {
        try {
            stores.of(Bucket.EVIDENCE).delete(key);
            return true;
        } catch (ObjectRetainedException e) {
            return false;
        }
    }
}
