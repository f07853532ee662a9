package org.aletheia.custody.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.SealedEvent;

/**
 * An event as the tables hold it. The arrays are not copied: rows are made, written and dropped.
 *
 * @param eventId names the event
 * @param type code
 * @param group lower-case code of the type's group
 * @param subjects in the event's order
 * @param seed 32 bytes
 * @param entry 32 bytes
 * @param canonical all fields
 */
public record SealedRow(
        UUID eventId, String type, String group, List<Subject> subjects, byte[] seed, byte[] entry, byte[] canonical) {
    /** Columns of an event in a table: its subjects take two. */
    static final int COLUMNS = 8;

    private static final String LOST = "lost";

    /**
     * An entry of which the event is lost: the published log holds it, the database that had its event is gone. Its id is
     * made of the entry and names no event.
     */
    public static SealedRow lost(byte[] entry) {
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return new SealedRow(id, LOST, LOST, List.of(), new byte[0], entry, new byte[0]);
    }

    /** An event about no record, sealed under a fresh seed. */
    public static SealedRow of(Event event, EventType type) {
        EventSeed seed = EventSeed.random();
        SealedEvent sealed = SealedEvent.seal(event, seed);
        return new SealedRow(
                event.id(),
                event.type(),
                type.group().name().toLowerCase(Locale.ROOT),
                List.of(),
                seed.bytes(),
                sealed.entry().bytes(),
                sealed.canonical());
    }

    /** Whether there is nothing but the entry. */
    public boolean isLost() {
        return group.equals(LOST);
    }
}
