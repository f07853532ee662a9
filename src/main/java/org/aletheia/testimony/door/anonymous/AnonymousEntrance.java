package org.aletheia.testimony.door.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.anonymous.AnonymousDeposit;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.DoorCode;
import org.aletheia.testimony.door.DoorConfig;
import org.aletheia.testimony.door.DoorKeys;
import org.aletheia.testimony.door.DoorLimits;
import org.aletheia.testimony.door.DoorSessions;
import org.aletheia.testimony.door.DoorWord;
import org.aletheia.testimony.door.anonymous.store.AnonymousCodeTable;

/**
 * Opens what somebody handed in, by code and word, and again by the sealed session that a page carries. As at the survivor's own
 * door, whatever keeps it shut is answered alike and costs alike.
 */
@ApplicationScoped
public class AnonymousEntrance {
    private static final String SESSION = "aletheia/anonymous-session/v1";
    private static final int PROOF_LENGTH = 32;
    private static final UUID NO_DEPOSIT = new UUID(0, 0);

    private final DoorKeys keys;
    private final DoorSessions sessions;
    private final AnonymousCodeTable codes;
    private final AnonymousIntake intake;
    private final DoorLimits limits;
    private final UnitKeys unitKeys;
    private final Journal journal;
    private final Clock clock;
    private final byte[] nobodysProof = SecureBytes.random(PROOF_LENGTH);

    AnonymousEntrance(
            DoorKeys keys,
            DoorSessions sessions,
            AnonymousCodeTable codes,
            AnonymousIntake intake,
            DoorConfig config,
            UnitKeys unitKeys,
            Journal journal,
            Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.codes = codes;
        this.intake = intake;
        this.limits = new DoorLimits(config, clock);
        this.unitKeys = unitKeys;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens. That it was opened is an event that is durable before anything is shown; of what stayed shut nothing is kept.
     *
     * @param code of the right form
     * @param address from which it is tried; forgotten with the process
     */
    public Optional<OpenDeposit> open(String code, String word, String address) {
        if (!limits.enter()) {
            return Optional.empty();
        }
        try {
            Optional<OpenDeposit> open = attempt(DoorCode.read(code), DoorWord.heard(word), address);
            open.ifPresent(deposit -> journal.appendRead(event(deposit)));
            return open;
        } finally {
            limits.leave();
        }
    }

    private Optional<OpenDeposit> attempt(DoorCode code, DoorWord word, String address) {
        byte[] locator = keys.locator(code);
        byte[] proof = keys.proof(code, word);
        DoorLimits.Attempt attempt = limits.attempt(locator, address);
        Optional<AnonymousCodeTable.Provable> found = codes.find(locator);
        boolean proven = MessageDigest.isEqual(
                found.map(AnonymousCodeTable.Provable::proof).orElse(nobodysProof), proof);
        Optional<AnonymousDeposit> deposit =
                intake.find(found.map(each -> each.code().deposit()).orElse(NO_DEPOSIT));
        Optional<OpenDeposit> open = limits.hears(attempt) && proven && deposit.isPresent()
                ? found.flatMap(each -> entered(each.code(), clock.instant()))
                : Optional.empty();
        if (open.isEmpty()) {
            limits.wrong(attempt);
        }
        return open;
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
