package org.aletheia.custody.fsck;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.store.EstateStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.custody.store.Transactions;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;

/** Finds the events that records name, be they in the journal or on their way there. */
public final class LoggedEvents {
    private final EstateStore estate;

    /** @param follower with the rights of role aletheia_follower */
    public LoggedEvents(DataSource follower) {
        this.estate = new EstateStore(new Transactions(follower));
    }

    /** An event as it lies there. @param event empty where its bytes are none, of which the check of the journal tells */
    public record Logged(Digest entry, Optional<Event> event) {}

    /** Those of the events that there are. */
    public Map<UUID, Logged> find(Collection<UUID> ids) {
        Map<UUID, Logged> found = new HashMap<>();
        for (SealedRow row : estate.events(ids)) {
            found.put(row.eventId(), new Logged(new Digest(DigestAlgorithm.SHA_256, row.entry()), event(row)));
        }
        return found;
    }

    private static Optional<Event> event(SealedRow row) {
        try {
            return Optional.of(SealedEvent.restore(row.canonical(), new EventSeed(row.seed()))
                    .event());
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }
}
