package org.aletheia.testimony.door.anonymous;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.aletheia.evidence.anonymous.AnonymousDoorConfig;
import org.aletheia.evidence.anonymous.AnonymousIntake;
import org.aletheia.evidence.anonymous.Arrival;
import org.aletheia.evidence.anonymous.TakenBack;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.door.DoorCode;
import org.aletheia.testimony.door.DoorKeys;
import org.aletheia.testimony.door.DoorWord;
import org.aletheia.testimony.door.anonymous.store.AnonymousCodeTable;

/** Gives codes for what was handed in, and ends them. */
@ApplicationScoped
public class AnonymousCodes {
    private static final int TRIES = 5;
    private static final int PAGE = 100;

    private final AnonymousCodeTable table;
    private final AnonymousIntake intake;
    private final DoorKeys doorKeys;
    private final UnitKeys keys;
    private final AnonymousDoorConfig config;
    private final Clock clock;

    AnonymousCodes(
            AnonymousCodeTable table,
            AnonymousIntake intake,
            DoorKeys doorKeys,
            UnitKeys keys,
            AnonymousDoorConfig config,
            Clock clock) {
        this.table = table;
        this.intake = intake;
        this.doorKeys = doorKeys;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A code, in the one answer that ever holds it. @param open what it opens */
    public record Given(String code, OpenDeposit open) {
        /** Says nothing of the code. */
        @Override
        public String toString() {
            return "Given[sealed]";
        }
    }

    /**
     * Keeps what arrived and gives the code for it. Order of durable effects: 1. the key of its messages; 2. the code, which
     * opens nothing yet; 3. the deposit. A crash before 3 leaves a key that seals nothing and a code that opens nothing, until
     * its time is over; after it, somebody who got no answer and hands in again.
     */
    public Given keep(Arrival arrival, DoorWord word) {
        UnitKey mailKey = keys.create(KeyPurpose.ANONYMOUS, arrival.id());
        QuarkusTransaction.requiringNew().run(() -> keys.persist(mailKey));
        AnonymousCode kept =
                new AnonymousCode(arrival.id(), mailKey.id(), Moments.now(clock).plus(config.codeLife()));
        String code = put(kept, word);
        arrival.keep();
        return new Given(code, new OpenDeposit(arrival.id(), mailKey, clock.instant()));
    }

    /** Of 2^40 locators one may be taken: another code then. */
    private String put(AnonymousCode kept, DoorWord word) {
        for (int i = 0; i < TRIES; i++) {
            DoorCode code = DoorCode.random();
            if (table.put(kept, doorKeys.locator(code), doorKeys.proof(code, word))) {
                return code.text();
            }
        }
        throw new ProblemException(ProblemType.CONFLICT);
    }

    /**
     * Takes back what was left; where nothing of it became evidence, with its messages and its code. Order of durable effects: 1.
     * the deposit, whose files nobody can read any more; 2. the key of the messages; 3. the code. A crash in between leaves a
     * code that opens what was taken back.
     */
    public TakenBack takeBack(OpenDeposit open) {
        TakenBack taken = intake.takeBack(open.id());
        if (taken == TakenBack.GONE) {
            end(open.id(), open.mailKey().id());
        }
        return taken;
    }

    /** Ends the codes whose time is over. */
    void endOld() {
        table.ended(clock.instant(), PAGE).forEach(code -> end(code.deposit(), code.mailKey()));
    }

    private void end(UUID deposit, UUID mailKey) {
        QuarkusTransaction.requiringNew().run(() -> keys.destroy(mailKey));
        table.remove(deposit);
    }
}
