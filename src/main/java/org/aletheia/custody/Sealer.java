package org.aletheia.custody;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** From how many on it is worth it to wake other processors. */
    private static final int MANY = 64;

    private final IdSource ids;
    private final InstantSource clock;

    Sealer(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** An event ready for the journal, with what its caller is told. */
    record Sealed(SealedRow row, JournalRef ref) {}

    /** A draft that has its place among others, which its id and time tell. */
    private record Begun(EventDraft draft, UUID id, Instant time) {}

    /**
     * Commits to every field of each of the events, of many on all processors; their ids and times follow the order of the drafts.
     *
     * @throws MalformedValueException where a draft breaks the event format
     */
    List<Sealed> sealAll(List<EventDraft> drafts) {
        List<Begun> begun = drafts.stream().map(this::begin).toList();
        Stream<Begun> each = begun.size() < MANY ? begun.stream() : begun.parallelStream();
        return each.map(Sealer::seal).toList();
    }

    /**
     * Commits to every field of the event.
     *
     * @throws MalformedValueException where the draft breaks the event format
     */
    Sealed seal(EventDraft draft) {
        return seal(begin(draft));
    }

    private Begun begin(EventDraft draft) {
        return new Begun(draft, ids.timeOrdered(), clock.instant());
    }

    private static Sealed seal(Begun begun) {
        EventDraft draft = begun.draft();
        EventSeed seed = EventSeed.random();
        Event event = event(begun, seed);
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

    private static Event event(Begun begun, EventSeed seed) {
        EventDraft draft = begun.draft();
        // Not refused in production: an undeclared key harms no reader, and would cost whoever hands in what they did.
        // Every
        // test runs with assertions.
        assert draft.type().declares(draft.detail().keySet())
                : "undeclared keys of " + draft.type().code() + ": "
                        + draft.detail().keySet();
        Actor actor = draft.actor();
        return Event.of(draft.type(), begun.id(), begun.time())
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
