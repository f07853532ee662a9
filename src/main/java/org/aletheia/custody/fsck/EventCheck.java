package org.aletheia.custody.fsck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventSubject;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectList;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Checks one event by itself: its bytes and seed give its entry, and the columns beside them say the same. */
final class EventCheck {
    private final Examination told;

    EventCheck(Examination told) {
        this.told = told;
    }

    /** The event; empty where its bytes are not those of its entry. */
    Optional<Event> check(ChainStore.Placed placed) {
        SealedRow row = placed.row();
        try {
            SealedEvent sealed = SealedEvent.restore(row.canonical(), new EventSeed(row.seed()));
            if (!Arrays.equals(sealed.entry().bytes(), row.entry())) {
                found(CustodyFinding.EVENT_ALTERED, placed, "its bytes and seed do not give its entry");
                return Optional.empty();
            }
            columns(placed, sealed);
            return Optional.of(sealed.event());
        } catch (MalformedValueException e) {
            found(CustodyFinding.EVENT_ALTERED, placed, "its bytes are no event: " + e.reason());
            return Optional.empty();
        }
    }

    private void columns(ChainStore.Placed placed, SealedEvent sealed) {
        SealedRow row = placed.row();
        Event event = sealed.event();
        differs(placed, "event_id", event.id().equals(row.eventId()));
        differs(placed, "event_type", event.type().equals(row.type()));
        differs(
                placed,
                "event_group",
                EventTypeRegistry.builtIn()
                        .find(event.type())
                        .map(type -> type.group().name().toLowerCase(Locale.ROOT))
                        .map(row.group()::equals)
                        .orElse(true));
        differs(placed, "subject_ids", aboutThese(sealed, row.subjects()));
    }

    private static boolean aboutThese(SealedEvent sealed, List<Subject> subjects) {
        EventSubject stated = sealed.event().subject();
        try {
            return subject(stated, sealed.seed(), subjects).equals(Optional.ofNullable(stated));
        } catch (MalformedValueException e) {
            return false;
        }
    }

    private static Optional<EventSubject> subject(
            @Nullable EventSubject stated, EventSeed seed, List<Subject> subjects) {
        List<RecordSubject> records = subjects.stream()
                .map(subject -> RecordSubject.of(subject.kind(), subject.id()))
                .toList();
        if (stated instanceof SubjectList) {
            return Optional.of(new SubjectTree(seed, records).subject());
        }
        return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
    }

    private void differs(ChainStore.Placed placed, String column, boolean same) {
        if (!same) {
            found(CustodyFinding.EVENT_COLUMNS, placed, column + " is not what the event says");
        }
    }

    private void found(CustodyFinding code, ChainStore.Placed placed, String detail) {
        told.found(code, "event " + placed.index() + " " + placed.row().eventId(), detail);
    }
}
