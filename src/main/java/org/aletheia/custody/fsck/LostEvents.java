package org.aletheia.custody.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventTypes;

/**
 * Entries without their event. A loss that an event of the log declares is known to everybody; one that none declares is an
 * event that somebody took away.
 */
final class LostEvents {
    private static final Set<String> DECLARING =
            Set.of(EventTypes.LOG_RECOVERED.code(), EventTypes.LOG_SUCCEEDED.code());

    private final Examination told;
    private final List<Range> undeclared;

    /** Indexes with from ≤ index < to. */
    record Range(long from, long to) {}

    /** @param undeclared that an earlier run had found */
    LostEvents(Examination told, List<Range> undeclared) {
        this.told = told;
        this.undeclared = new ArrayList<>(undeclared);
    }

    /** What nothing has declared so far. */
    List<Range> undeclared() {
        return List.copyOf(undeclared);
    }

    /** An entry without its event; in the order of the log. */
    void found(long index) {
        if (!undeclared.isEmpty() && undeclared.getLast().to() == index) {
            undeclared.add(new Range(undeclared.removeLast().from(), index + 1));
        } else {
            undeclared.add(new Range(index, index + 1));
        }
    }

    /** An event that is what its entry commits to; one that declares a loss stands behind what is lost. */
    void take(Event event) {
        if (DECLARING.contains(event.type())
                && event.detail().get("from") instanceof Long from
                && event.detail().get("to") instanceof Long to
                && undeclared.remove(new Range(from, to))) {
            told.found(
                    CustodyFinding.EVENT_LOST,
                    "event " + from,
                    (to - from) + " events are lost, as event " + event.id() + " declares");
        }
    }

    /** Tells what nothing declared. */
    void end() {
        undeclared.forEach(range -> told.found(
                CustodyFinding.EVENT_ALTERED,
                "event " + range.from(),
                (range.to() - range.from())
                        + " events are there as entries only, and no event says that they are lost"));
    }
}
