package org.aletheia.custody.timestamping;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.aletheia.custody.log.LogKeys;
import org.aletheia.custody.log.LogRefusedException;
import org.aletheia.custody.store.HeadStore;
import org.aletheia.custody.store.LogHead;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.TimestampStore.Chosen;
import org.aletheia.custody.store.Transactions;

/**
 * Chooses the checkpoint that all authorities are asked about: the newest published one, once an interval, where the log has
 * grown; never one that this log has not signed. One that lacks cosigners is passed over for at most one interval more, since whoever holds a receipt under it may
 * want to ask for them.
 */
final class Rounds {
    private final Transactions database;
    private final TimestampStore store;
    private final LogKeys keys;
    private final TimestampFiles files;
    private final Duration interval;
    private final ToLongFunction<String> cosigned;
    private final int needed;

    /**
     * @param keys of the log; nothing is signed
     * @param cosigned by how many a note is cosigned
     * @param needed how many there should be
     */
    Rounds(
            Transactions database,
            LogKeys keys,
            TimestampFiles files,
            Duration interval,
            ToLongFunction<String> cosigned,
            int needed) {
        this.database = database;
        this.keys = keys;
        this.files = files;
        this.store = new TimestampStore(database);
        this.interval = interval;
        this.cosigned = cosigned;
        this.needed = needed;
    }

    /** The one that is to be timestamped now; empty where nothing was ever published. */
    Optional<Chosen> current(Instant now) {
        Optional<Chosen> newest = store.newest();
        if (isYounger(newest, interval, now)) {
            return newest;
        }
        LogHead head = database.onConnection(HeadStore::read);
        String note = head.publishedCheckpoint();
        if (note == null
                || head.publishedSize() <= newest.map(Chosen::size).orElse(0L)
                || !isOurs(note, head.publishedSize())
                || isPublished(head.publishedSize())) {
            return newest;
        }
        boolean waits = cosigned.applyAsLong(note) < needed && isYounger(newest, interval.multipliedBy(2), now);
        return waits ? newest : Optional.of(store.choose(head.publishedSize(), note, now, interval));
    }

    /** What is timestamped is so for ever: a row that was tampered with is left to those who watch the log. */
    private boolean isOurs(String note, long size) {
        try {
            return keys.open(note).size() == size;
        } catch (LogRefusedException e) {
            return false;
        }
    }

    /** A database that was set back does not know what it has timestamped: nothing is put over what was published. */
    private boolean isPublished(long size) {
        return files.checkpoint(size).isPresent();
    }

    private static boolean isYounger(Optional<Chosen> chosen, Duration than, Instant now) {
        return chosen.filter(one -> one.within(than, now)).isPresent();
    }
}
