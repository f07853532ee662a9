package org.aletheia.custody;

import java.util.List;
import java.util.UUID;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.store.SealedRow;

/** An event as followers get it, in log order. */
public final class JournalEntry {
    private final long index;
    private final SealedRow row;

    JournalEntry(long index, SealedRow row) {
        this.index = index;
        this.row = row;
    }

    /** In the log, from 0. */
    public long index() {
        return index;
    }

    /** Names the event. */
    public UUID eventId() {
        return row.eventId();
    }

    /** Code of the event's type. */
    public String type() {
        return row.type();
    }

    /** What it is about, in the event's order; empty for a list that found nothing. */
    public List<Subject> subjects() {
        return row.subjects();
    }

    /** All its fields; read from the stored bytes at each call. */
    public Event event() {
        return sealed().event();
    }

    SealedEvent sealed() {
        return SealedEvent.restore(row.canonical(), new EventSeed(row.seed()));
    }
}
