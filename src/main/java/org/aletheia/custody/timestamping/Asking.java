package org.aletheia.custody.timestamping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aletheia.custody.store.TimestampStore;
import org.aletheia.custody.store.TimestampStore.Chosen;
import org.aletheia.custody.store.TimestampView;
import org.aletheia.custody.store.Transactions;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.jboss.logging.Logger;

/**
 * What one replica does with one authority. Who failed is left alone, by all replicas, for a time that doubles up to five
 * minutes.
 */
final class Asking {
    private static final Logger LOG = Logger.getLogger(Asking.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** The question and eight revocation lists may each take the whole patience. */
    private static final int TURN_IN_PATIENCES = 10;

    private final String name;
    private final Questioner questioner;
    private final Rounds rounds;
    private final TimestampStore store;
    private final TimestampView view;
    private final TimestampFiles files;
    private final TimestampLocks locks;
    private final Duration turn;
    private final Duration longest;
    private final InstantSource clock;
    private Duration pause = Duration.ZERO;
    private volatile String standing = "not asked yet";

    Asking(
            String name,
            Questioner questioner,
            Rounds rounds,
            Transactions database,
            TimestampFiles files,
            TimestampLocks locks,
            Duration patience,
            InstantSource clock) {
        this.name = name;
        this.questioner = questioner;
        this.rounds = rounds;
        this.store = new TimestampStore(database);
        this.view = new TimestampView(database);
        this.files = files;
        this.locks = locks;
        this.turn = patience.multipliedBy(TURN_IN_PATIENCES);
        this.longest = turn.compareTo(LONGEST_PAUSE) > 0 ? turn : LONGEST_PAUSE;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    /** How the last question of this replica went. */
    String standing() {
        return standing;
    }

    /**
     * Asks, where it is this replica's turn and something is to be asked.
     *
     * <p>Durable effects, in this order:
     *
     * <ol>
     *   <li>The checkpoint is chosen. A crash after it leaves one that the next step asks about.
     *   <li>The turn is taken. A crash after it keeps all replicas from asking until the turn has run out.
     *   <li>The token is kept in the database, unless there is one. From now on there is no other for this checkpoint.
     *   <li>Checkpoint and token are put into the bucket, and locked where that can be done. A crash among it leaves objects
     *       that are written again with the same bytes, which are those of the database.
     *   <li>The token is recorded as published, and handed out from now on. A crash after it leaves a list of the last ones
     *       that is one behind, until the next token.
     *   <li>The list of the last ones is replaced.
     * </ol>
     *
     * <p>Recovery is this method: it begins with what is kept and not published.
     *
     * @return false: the next step is the interval's to decide
     * @throws RuntimeException of database or object store, after any part of the effects; never because of the authority
     */
    boolean step() {
        publish();
        Instant now = clock.instant();
        Optional<Chosen> due = rounds.current(now).filter(chosen -> !store.has(chosen.size(), name));
        if (due.isEmpty() || !store.takeTurn(name, now, now.plus(turn), longest)) {
            return false;
        }
        // another replica may have asked between the two
        if (store.has(due.get().size(), name)) {
            store.endTurn(name, now);
            return false;
        }
        ask(due.get());
        publish();
        return false;
    }

    private void ask(Chosen chosen) {
        try {
            TimestampToken token = questioner.stamp(chosen.note().getBytes(StandardCharsets.UTF_8));
            store.keep(chosen.size(), name, token.encoded(), token.time(), clock.instant());
            went("answers", Logger.Level.INFO, Duration.ZERO);
        } catch (AuthorityFailure e) {
            went(String.valueOf(e.getMessage()), Logger.Level.WARN, longer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void went(String how, Logger.Level level, Duration rest) {
        if (!how.equals(standing)) {
            LOG.logf(level, "timestamp authority %s: %s", name, how);
        }
        standing = how;
        pause = rest;
        store.endTurn(name, clock.instant().plus(rest));
    }

    private Duration longer() {
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void publish() {
        for (TimestampStore.Token kept : store.unpublished(name)) {
            files.put(kept.size(), kept.note());
            files.put(kept.size(), name, kept.token());
            locks.lock(kept.size(), name, clock.instant());
            store.published(kept.size(), name, clock.instant());
            files.putLatest(view.latest());
        }
    }
}
