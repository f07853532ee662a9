package org.aletheia.evidence.anonymous;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.custody.format.EventType;
import org.aletheia.evidence.anonymous.store.AnonymousRows;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;

/** What can be done without an account: to hand in, to see what became of it, to take it back. */
@ApplicationScoped
public class AnonymousIntake {
    /** Whoever comes to the anonymous door, as events name them: no member, and no word of who it is. */
    public static final Actor SOMEBODY = new Actor(null, null, "somebody-without-account");

    private final AnonymousReceiver receiver;
    private final AnonymousLimits limits;
    private final AnonymousContents contents;
    private final AnonymousRows rows;
    private final AnonymousNames names;
    private final AnonymousUses uses;
    private final UnitKeys keys;
    private final Journal journal;
    private final AnonymousDoorConfig config;
    private final Clock clock;

    AnonymousIntake(
            AnonymousReceiver receiver,
            AnonymousLimits limits,
            AnonymousContents contents,
            AnonymousRows rows,
            AnonymousNames names,
            AnonymousUses uses,
            UnitKeys keys,
            Journal journal,
            AnonymousDoorConfig config,
            Clock clock) {
        this.receiver = receiver;
        this.limits = limits;
        this.contents = contents;
        this.rows = rows;
        this.names = names;
        this.uses = uses;
        this.keys = keys;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins to take something in. Order of durable effects until it is kept: 1. the sealed objects; 2. deposit, files, key and
     * event, in one transaction. A crash before 2 leaves objects that nobody can open and no record names, which the collector
     * removes.
     *
     * @param address from which it comes; forgotten with the process
     * @return empty where nothing is taken now, whatever the reason
     */
    public Optional<Arrival> begin(String address) {
        Optional<StoredAnonymously.Receiver> to = receiver.find();
        if (to.isEmpty() || !limits.enter(address)) {
            return Optional.empty();
        }
        UUID id = Ids.random();
        try {
            UnitKey key = keys.create(KeyPurpose.ANONYMOUS, id);
            return Optional.of(new Arrival(this, contents, config, to.get().id(), id, key, clock));
        } catch (RuntimeException e) {
            limits.leave();
            throw e;
        }
    }

    void left() {
        limits.leave();
    }

    void keep(UUID id, UUID owner, UnitKey key, List<AnonymousFile> files) {
        Instant now = Moments.now(clock);
        AnonymousDeposit deposit = AnonymousDeposit.arriving(id, owner, now, now.plus(config.waits()), key.id());
        long size = files.stream().mapToLong(file -> file.content().length()).sum();
        QuarkusTransaction.requiringNew().run(() -> {
            rows.enter(id);
            keys.persist(key);
            rows.add(deposit, files.stream().map(names::sealed).toList());
            journal.append(EventDraft.of(DoorEventTypes.ANONYMOUS_HANDED_IN, SOMEBODY, subject(id))
                    .detail("files", files.size())
                    .detail("size", size)
                    .build());
        });
    }

    /**
     * A deposit and what is left of its files, for who has shown its code and word.
     *
     * @param stopped whether the use of what became items is stopped
     */
    public record Standing(AnonymousDeposit deposit, String receiver, List<AnonymousFile> files, boolean stopped) {
        public Standing {
            files = List.copyOf(files);
        }

        /** Whether there is anything that can be taken back. */
        public boolean canBeTakenBack() {
            return deposit.waits() || !stopped && files.stream().anyMatch(file -> file.item() != null);
        }
    }

    /** Whether there is a deposit; says nothing of who may know: code and word do. */
    public Optional<AnonymousDeposit> find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(id);
            return rows.find(id);
        });
    }

    /** How a deposit stands; empty where there is none. Says nothing of who may know: code and word do. */
    public Optional<Standing> standing(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(id);
            return rows.find(id)
                    .map(deposit -> new Standing(
                            deposit,
                            config.organisation().orElse(""),
                            rows.files(id).stream().map(names::open).toList(),
                            rows.stopped(id)));
        });
    }

    /**
     * Takes back: what has not become an item can be read by nobody from the commit on, and its bytes are removed; what has is
     * closed.
     */
    public TakenBack takeBack(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.enter(id);
            boolean gone = end(id, AnonymousState.TAKEN_BACK, DoorEventTypes.ANONYMOUS_TAKEN_BACK, SOMEBODY);
            boolean kept = rows.files(id).stream().anyMatch(file -> file.item() != null);
            boolean stops = kept && !rows.stopped(id);
            if (stops) {
                uses.stop(id);
            }
            return stops ? TakenBack.CLOSED : gone ? TakenBack.GONE : TakenBack.NOTHING;
        });
    }

    /** Ends what nobody decided in time. */
    void expire(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.enter(id);
            end(id, AnonymousState.EXPIRED, DoorEventTypes.ANONYMOUS_EXPIRED, Actor.SYSTEM);
        });
    }

    /** @return false where it waits no more */
    private boolean end(UUID id, AnonymousState state, EventType type, Actor actor) {
        Optional<AnonymousDeposit> waiting = rows.lock(id).filter(AnonymousDeposit::waits);
        waiting.ifPresent(deposit -> {
            rows.settle(id, state, null, null, Moments.now(clock));
            keys.destroy(deposit.unitKey());
            journal.append(EventDraft.of(type, actor, subject(id)).build());
        });
        return waiting.isPresent();
    }

    private static Subject subject(UUID id) {
        return new Subject(RecordKind.ANONYMOUS_DEPOSIT.code(), id);
    }
}
