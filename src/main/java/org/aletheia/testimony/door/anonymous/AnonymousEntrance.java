package org.aletheia.testimony.door.anonymous;

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
import org.aletheia.evidence.anonymous.AnonymousDeposit;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.DoorConfig;
import org.aletheia.testimony.door.DoorKeys;
import org.aletheia.testimony.door.DoorLimits;
import org.aletheia.testimony.door.DoorLock;
import org.aletheia.testimony.door.DoorSessions;
import org.aletheia.testimony.door.anonymous.store.AnonymousCodeTable;

/** Opens what somebody handed in, by code and word, and again by the sealed session that a page carries. */
@ApplicationScoped
public class AnonymousEntrance {
    private static final String SESSION = "aletheia/anonymous-session/v1";
    private static final UUID NO_DEPOSIT = new UUID(0, 0);

    private final DoorSessions sessions;
    private final AnonymousCodeTable codes;
    private final AnonymousIntake intake;
    private final UnitKeys unitKeys;
    private final Journal journal;
    private final Clock clock;
    private final DoorLock<AnonymousCode, OpenDeposit> lock;

    AnonymousEntrance(
            DoorKeys keys,
            DoorSessions sessions,
            AnonymousCodeTable codes,
            AnonymousIntake intake,
            DoorConfig config,
            UnitKeys unitKeys,
            Journal journal,
            Clock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.intake = intake;
        this.unitKeys = unitKeys;
        this.journal = journal;
        this.clock = clock;
        this.lock = new DoorLock<>(keys, new DoorLimits(config, clock), codes::find, this::reach);
    }

    /**
     * Opens. That it was opened is an event that is durable before anything is shown; of what stayed shut nothing is kept.
     *
     * @param code of the right form
     * @param address from which it is tried; forgotten with the process
     */
    public Optional<OpenDeposit> open(String code, String word, String address) {
        Optional<OpenDeposit> open = lock.open(code, word, address);
        open.ifPresent(deposit -> journal.appendRead(event(deposit)));
        return open;
    }

    private Supplier<Optional<OpenDeposit>> reach(Optional<AnonymousCode> code) {
        Optional<AnonymousDeposit> deposit =
                intake.find(code.map(AnonymousCode::deposit).orElse(NO_DEPOSIT));
        return () -> code.filter(known -> deposit.isPresent()).flatMap(known -> entered(known, clock.instant()));
    }

    /** What a session opens that is alive. */
    public Optional<OpenDeposit> resume(String session) {
        return sessions.open(SESSION, session)
                .flatMap(alive -> codes.of(alive.id()).flatMap(code -> entered(code, alive.openedAt())));
    }

    /** The session with which it is opened again. */
    public String session(OpenDeposit open) {
        return sessions.seal(SESSION, new DoorSessions.Session(open.id(), open.openedAt()));
    }

    /** While the code lasts. What was taken back has lost its key. */
    private Optional<OpenDeposit> entered(AnonymousCode code, Instant openedAt) {
        if (!clock.instant().isBefore(code.validUntil())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpenDeposit(code.deposit(), unitKeys.open(code.mailKey()), openedAt));
        } catch (KeyDestroyedException e) {
            return Optional.empty();
        }
    }

    private static EventDraft event(OpenDeposit open) {
        Subject deposit = new Subject(RecordKind.ANONYMOUS_DEPOSIT.code(), open.id());
        return EventDraft.of(DoorEventTypes.DOOR_OPENED, AnonymousIntake.SOMEBODY, deposit)
                .build();
    }
}
