package org.aletheia.testimony.door;

import static org.aletheia.evidence.record.Checks.sure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.LinkedRecords;
import org.aletheia.evidence.record.Protection;
import org.aletheia.evidence.record.RecordDesk;
import org.aletheia.evidence.record.RecordStore;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.door.store.DoorCodeTable;
import org.jspecify.annotations.Nullable;

/**
 * Doors, as the organisations see them that give people a code. A code is given in person, once: nobody can read it again,
 * and a lost one is replaced. Which code opens is said by the record, so that replacing or ending takes effect with its
 * commit.
 */
@Singleton
public class Doors extends LinkedRecords<Door> implements ExportBars.Kind {
    private static final int TRIES = 5;
    private static final String REPLACED = "code-replaced";
    private static final String ENDED = "door-ended";

    private final RecordDesk desk;
    private final TestimonyChecks testimony;
    private final DoorKeys doorKeys;
    private final PersonKeys personKeys;
    private final DoorCodeTable codes;
    private final UnitKeys keys;
    private final DoorConfig config;
    private final Clock clock;

    Doors(
            RecordStore<Door> store,
            RecordDesk desk,
            TestimonyChecks testimony,
            DoorKeys doorKeys,
            PersonKeys personKeys,
            DoorCodeTable codes,
            UnitKeys keys,
            DoorConfig config,
            Clock clock) {
        super(RecordKind.DOOR, store, desk);
        this.desk = desk;
        this.testimony = testimony;
        this.doorKeys = doorKeys;
        this.personKeys = personKeys;
        this.codes = codes;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Random: a version 7 id would show when. */
    @Override
    protected UUID newId() {
        return Ids.random();
    }

    /**
     * A door with its new code, to be handed over now.
     *
     * @param code in words of four symbols; kept nowhere
     */
    public record Issued(RecordVersion<Door> door, String code) {
        /** Says nothing of the code. */
        @Override
        public String toString() {
            return "Issued[" + door.id() + "]";
        }
    }

    /**
     * Gives somebody a door.
     *
     * <p>Order of durable effects: 1. in one transaction the record, its event and, where the person has none yet, their key;
     * 2. the code's hashes in the vault. A crash after 1 leaves a door without a code that opens it: it is replaced.
     *
     * @throws ProblemException {@code forbidden}; {@code invalid-request}; {@code conflict} where the person has a door
     */
    public Issued issue(DoorBody body) {
        desk.guard().requireCreate(RecordKind.DOOR);
        Checks checks = desk.checks();
        PersonRef asked = testimony.person("/subject", checks.required("/subject", body.subject()), checks);
        DoorWord chosen = word(body.word(), checks);
        boolean own = asked == null || owns(asked);
        checks.findings().require(own, "/subject/id", "subject-not-own");
        checks.throwIfAny();
        PersonRef subject = sure(asked);
        PersonKeys.Held key = personKeys.forNewDoor(subject);
        Whole whole = new Whole(subject.kind(), subject.id());
        RecordVersion<Door> made = QuarkusTransaction.requiringNew().call(() -> {
            persist(key);
            return create(null, "doors", whole, body, held -> {
                held.throwIfAny();
                return Door.first(subject, until());
            });
        });
        return handOver(made, key, sure(chosen));
    }

    /**
     * Gives another code for a door, in the place of the one before, which opens nothing from the commit on. As for {@link
     * #issue}, a crash after it leaves no code that opens.
     *
     * @throws ProblemException {@code not-found}, {@code invalid-request}, {@code state-refused} for a door that has ended,
     *     and what the precondition throws
     */
    public Issued replace(UUID id, IntConsumer precondition, @Nullable String word) {
        PersonRef subject = require(id).content().subject();
        Checks checks = desk.checks();
        DoorWord chosen = word(word, checks);
        checks.throwIfAny();
        PersonKeys.Held key = personKeys.ofDoor(id, subject);
        RecordVersion<Door> next = QuarkusTransaction.requiringNew().call(() -> {
            persist(key);
            return step(id, REPLACED, precondition, (none, before) -> before.content()
                    .replaced(until()));
        });
        return handOver(next, key, sure(chosen));
    }

    /**
     * Ends a door: no code opens it any more. What the person wished stands.
     *
     * @throws ProblemException {@code not-found}, {@code state-refused} for one that has ended
     */
    public void end(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> step(
                        id, ENDED, any -> {}, (none, before) -> before.content().closed()));
    }

    private RecordVersion<Door> step(
            UUID id, String step, IntConsumer precondition, BiFunction<Checks, RecordVersion<Door>, Door> content) {
        return advance(id, Set.of(AccessIntent.REVISE), step, precondition, (checks, before) -> {
            if (before.content().ended()) {
                throw new ProblemException(ProblemType.STATE_REFUSED, Map.of("state", "ended"));
            }
            return content.apply(checks, before);
        });
    }

    private RecordVersion<Door> require(UUID id) {
        RecordVersion<Door> found = find(id).orElseThrow(() -> desk.guard().absent(RecordKind.DOOR, id));
        desk.guard().check(AccessIntent.REVISE, found.guarded());
        return found;
    }

    private boolean owns(PersonRef subject) {
        return desk.directory()
                .require(AccessIntent.READ, subject.kind(), subject.id())
                .ownerOrg()
                .equals(desk.guard().principal().organisation());
    }

    private @Nullable DoorWord word(@Nullable String said, Checks checks) {
        String given = checks.required("/word", said);
        return given == null ? null : checks.findings().parse("/word", () -> DoorWord.chosen(given));
    }

    private Instant until() {
        return Moments.now(clock).plus(config.codeLife());
    }

    private void persist(PersonKeys.Held key) {
        if (key.fresh()) {
            keys.persist(key.key());
        }
    }

    /** Of 2^40 locators one may be taken: another code then. */
    private Issued handOver(RecordVersion<Door> door, PersonKeys.Held key, DoorWord word) {
        for (int i = 0; i < TRIES; i++) {
            DoorCode code = DoorCode.random();
            KeptCode kept = new KeptCode(
                    Ids.random(),
                    door.id(),
                    door.content().number(),
                    door.ownerOrg(),
                    door.content().subject(),
                    key.key().id(),
                    Moments.now(clock));
            if (codes.put(kept, doorKeys.locator(code), doorKeys.proof(code, word))) {
                return new Issued(door, code.text());
            }
        }
        throw new ProblemException(ProblemType.CONFLICT);
    }

    @Override
    protected Optional<Whole> whole(Door content) {
        return Optional.of(new Whole(content.subject().kind(), content.subject().id()));
    }

    void tightenOf(UUID subject, Protection least) {
        tighten(Map.of("subject", Map.of("id", subject.toString())), least);
    }

    /** Always: that somebody has a door is for those who gave it. */
    @Override
    public boolean barred(UUID id, ExportForm form) {
        return true;
    }
}
