package org.aletheia.custody;

import java.util.List;
import java.util.UUID;
import org.aletheia.custody.format.Event;

/**
 * An event as followers get it, in log order.
 *
 * @param index in the log
 * @param eventId names the event
 * @param type code of the event's type
 * @param subjects what it is about, in the event's order
 * @param event with all its fields
 */
public record JournalEntry(long index, UUID eventId, String type, List<Subject> subjects, Event event) {
    public JournalEntry {
        subjects = List.copyOf(subjects);
    }
}
