package org.aletheia.custody;

import java.util.UUID;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.SubjectOpening;
import org.jspecify.annotations.Nullable;

/**
 * One event in a record's history.
 *
 * @param number in that history, from 1 and without holes
 * @param index in the log, from 0
 * @param eventId names the event
 * @param event all fields open; withhold what the reader may not see with {@link DisclosedEvent#withhold}
 * @param opening shows that the record is among those of a list or search; null where it is the only subject
 * @param integrated whether a published checkpoint covers it, so that its proof can be had
 */
public record ChainEntry(
        long number,
        long index,
        UUID eventId,
        DisclosedEvent event,
        @Nullable SubjectOpening opening,
        boolean integrated) {
    /** The same entry with fields of its event withheld. */
    public ChainEntry shownAs(DisclosedEvent disclosed) {
        return new ChainEntry(number, index, eventId, disclosed, opening, integrated);
    }
}
