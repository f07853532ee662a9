package org.aletheia.custody;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventSubject;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.custody.format.SubjectTree;
import org.aletheia.custody.store.SealedRow;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.IdSource;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Makes of a draft what the journal keeps: id, time, one fresh seed, canonical bytes, entry. */
final class Sealer {
    private static final int MAX_CANONICAL = 1 << 20;

    private final IdSource ids;
    private final InstantSource clock;

    Sealer(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** An event ready for the journal, with what its caller is told. */
    record Sealed(SealedRow row, JournalRef ref) {}

    /**
     * Commits to every field of the event.
     *
     * @throws MalformedValueException where the draft breaks the event format
     */
    Sealed seal(EventDraft draft) {
        EventSeed seed = EventSeed.random();
        Event event = event(draft, seed);
        SealedEvent sealed = SealedEvent.seal(event, seed);
        byte[] canonical = sealed.canonical();
        if (canonical.length > MAX_CANONICAL) {
            throw new MalformedValueException("event-length", "an event has at most 1 MiB");
        }
        Digest entry = sealed.entry();
        SealedRow row = new SealedRow(
                event.id(),
                event.type(),
                draft.type().group().name().toLowerCase(Locale.ROOT),
                draft.subjects(),
                seed.bytes(),
                entry.bytes(),
                canonical);
        return new Sealed(row, new JournalRef(sealed, entry));
    }

    private Event event(EventDraft draft, EventSeed seed) {
        // Not refused in production: an undeclared key harms no reader, and would cost whoever hands in what they did.
        // Every
        // test runs with assertions.
        assert draft.type().declares(draft.detail().keySet())
                : "undeclared keys of " + draft.type().code() + ": "
                        + draft.detail().keySet();
        Actor actor = draft.actor();
        return Event.of(draft.type(), ids.timeOrdered(), clock.instant())
                .actor(text(actor.member()))
                .organisation(text(actor.organisation()))
                .role(actor.role())
                .purpose(draft.purpose())
                .reason(draft.reason())
                .subject(subject(draft, seed))
                .revision(draft.revision())
                .detail(draft.detail())
                .build();
    }

    private static EventSubject subject(EventDraft draft, EventSeed seed) {
        List<RecordSubject> subjects = recordSubjects(draft.subjects());
        return draft.list() ? new SubjectTree(seed, subjects).subject() : subjects.getFirst();
    }

    static List<RecordSubject> recordSubjects(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> RecordSubject.of(subject.kind(), subject.id()))
                .toList();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
