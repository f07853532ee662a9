package org.aletheia.testimony.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.store.DoorCodeTable;
import org.aletheia.testimony.door.store.WishRows;

/** Opens doors, by code and word, and again by the sealed session that a page carries. */
@ApplicationScoped
public class DoorEntrance {
    private static final String SESSION = "aletheia/door-session/v1";
    private static final UUID NO_DOOR = new UUID(0, 0);

    private final DoorKeys keys;
    private final DoorSessions sessions;
    private final DoorCodeTable codes;
    private final DoorLimits limits;
    private final WishRows rows;
    private final UnitKeys unitKeys;
    private final Journal journal;
    private final Clock clock;
    private final DoorLock<KeptCode, OpenDoor> lock;

    DoorEntrance(
            DoorKeys keys,
            DoorSessions sessions,
            DoorCodeTable codes,
            DoorLimits limits,
            WishRows rows,
            UnitKeys unitKeys,
            Journal journal,
            Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.codes = codes;
        this.limits = limits;
        this.rows = rows;
        this.unitKeys = unitKeys;
        this.journal = journal;
        this.clock = clock;
        this.lock = new DoorLock<>(keys, limits, codes::find, this::reach);
    }

    /** Whether a text has the form of a code; says nothing of whether there is one. */
    public static boolean wellTyped(String code) {
        return DoorCode.wellTyped(code);
    }

    /**
     * Opens. That it was opened is an event of the door that is durable before anything is shown; of what stayed shut nothing
     * is kept.
     *
     * @param code of the right form
     * @param address from which it is tried; forgotten with the process
     */
    public Optional<OpenDoor> open(String code, String word, String address) {
        Optional<OpenDoor> open = lock.open(code, word, address);
        open.ifPresent(door -> journal.appendRead(event(door)));
        return open;
    }

    private Supplier<Optional<OpenDoor>> reach(Optional<KeptCode> code) {
        Optional<Door> door = standing(code.map(KeptCode::door).orElse(NO_DOOR));
        return () -> code.flatMap(known -> door.flatMap(stands -> entered(known, stands, clock.instant())));
    }

    /**
     * Puts another word in the place of the one before, for who has opened the door and gives code and word again: so a page
     * that was left open does not suffice. The event is durable before the word holds.
     *
     * @return false, and all is as before, where they are not those of this door, or the new word is too short or too long
     */
    public boolean chooseWord(OpenDoor open, String code, String word, String next, String address) {
        Optional<DoorWord> chosen = DoorWord.ifChosen(next);
        if (chosen.isEmpty() || !wellTyped(code) || !limits.enter()) {
            return false;
        }
        try {
            DoorCode typed = DoorCode.read(code);
            byte[] before = keys.proof(typed, DoorWord.heard(word));
            boolean same = lock.attempt(typed, DoorWord.heard(word), address)
                    .filter(again -> again.code().id().equals(open.code().id()))
                    .isPresent();
            if (same) {
                Subject door = new Subject(RecordKind.DOOR.code(), open.code().door());
                QuarkusTransaction.requiringNew()
                        .run(() ->
                                journal.append(EventDraft.of(DoorEventTypes.DOOR_WORD_CHANGED, DoorActor.PERSON, door)
                                        .build()));
            }
            return same && codes.prove(open.code().id(), before, keys.proof(typed, chosen.get()));
        } finally {
            limits.leave();
        }
    }

    /** The door of a session that is alive. */
    public Optional<OpenDoor> resume(String session) {
        return sessions.open(SESSION, session).flatMap(alive -> codes.find(alive.id())
                .flatMap(known -> standing(known.door()).flatMap(door -> entered(known, door, alive.openedAt()))));
    }

    /** The session with which the door is opened again. */
    public String session(OpenDoor open) {
        return sessions.seal(SESSION, new DoorSessions.Session(open.code().id(), open.openedAt()));
    }

    private Optional<Door> standing(UUID door) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(door);
            return rows.standing(door);
        });
    }

    /** Where the code is the door's last one and neither has ended. A person whose key was destroyed has none any more. */
    private Optional<OpenDoor> entered(KeptCode code, Door door, Instant openedAt) {
        if (!door.opensTo(code.number(), clock.instant())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpenDoor(code, door, unitKeys.open(code.unitKey()), openedAt));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        }
    }

    private static EventDraft event(OpenDoor open) {
        Subject door = new Subject(RecordKind.DOOR.code(), open.code().door());
        return EventDraft.of(DoorEventTypes.DOOR_OPENED, DoorActor.PERSON, door).build();
    }
}
