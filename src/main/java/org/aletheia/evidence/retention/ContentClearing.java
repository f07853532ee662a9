package org.aletheia.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectRetainedException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;

/**
 * Removes the stored bytes of items that were disposed of, with those of their renditions, as far as their locks permit; their keys are gone already, so that
 * nobody can read what has to stay.
 *
 * <p>Each is removed, then noted as removed. A crash in between repeats the removal, which finds nothing, and notes it.
 */
@ApplicationScoped
public class ContentClearing {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final DisposedContents contents;
    private final ObjectStores stores;
    private final LogRunner log;

    ContentClearing(DisposedContents contents, ObjectStores stores, LogRunner log) {
        this.contents = contents;
        this.stores = stores;
        this.log = log;
    }

    /** What one run did. @param locked left until their lock has run out */
    public record Cleared(int removed, int locked) {}

    /**
     * Goes through all that is left once; not where the journal is not known to be the one that was published, since a database
     * of which that is unknown is not believed when it says that bytes may go.
     *
     * @throws org.aletheia.custody.log.LogRefusedException where the journal contradicts what was published
     */
    public Cleared clear() {
        if (!log.verified()) {
            return new Cleared(0, 0);
        }
        int removed = 0;
        int locked = 0;
        List<DisposedContents.Left> page = contents.left(FIRST, PAGE);
        while (!page.isEmpty()) {
            for (DisposedContents.Left left : page) {
                if (remove(left)) {
                    removed++;
                } else {
                    locked++;
                }
            }
            page = contents.left(page.getLast().id(), PAGE);
        }
        return new Cleared(removed, locked);
    }

    private boolean remove(DisposedContents.Left left) {
        ObjectStore store = stores.of(Bucket.EVIDENCE);
        try {
            store.delete(left.objectKey());
        } catch (ObjectRetainedException e) {
            return false;
        }
        contents.removed(left.id());
        return true;
    }
}
