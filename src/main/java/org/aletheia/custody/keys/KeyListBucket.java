package org.aletheia.custody.keys;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.SignedKeyList;

/** The published lists of keys in the log bucket, {@code keys/1} and so on; each is written once, and any number of times alike. */
final class KeyListBucket {
    private static final String FOLDER = "keys/";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int LIMIT = 1 << 20;

    private final ObjectStore bucket;

    KeyListBucket(ObjectStore bucket) {
        this.bucket = bucket;
    }

    /** The text of a list with its head, as it lies there. */
    Optional<String> read(int number) {
        try {
            return Optional.of(new String(bucket.readAll(FOLDER + number, LIMIT), StandardCharsets.UTF_8));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    /** Puts there what is missing, the newest last: a crash leaves no list without those before. */
    void publish(KeyHistory history) {
        int published = history.size();
        while (published > 0 && bucket.stat(FOLDER + published).isEmpty()) {
            published--;
        }
        for (SignedKeyList list : history.lists().subList(published, history.size())) {
            bucket.put(FOLDER + list.list().number(), list.format().getBytes(StandardCharsets.UTF_8), TEXT);
        }
    }
}
