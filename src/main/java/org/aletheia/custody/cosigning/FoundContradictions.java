package org.aletheia.custody.cosigning;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aletheia.custody.store.ContradictionStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.time.Moments;
import org.aletheia.platform.time.Ticker;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignDecision.Contradiction;
import org.jboss.logging.Logger;

/** Keeps what contradicts itself, and tells of it: once where it is kept, and where there is no more room for it. */
final class FoundContradictions {
    private static final Logger LOG = Logger.getLogger(FoundContradictions.class);

    /** Anybody can send what finds no room, and must not fill the log of this server instead. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final Transactions database;
    private final Clock clock;
    private final Ticker ticker;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    FoundContradictions(Transactions database, Clock clock, Ticker ticker) {
        this.database = database;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Durable on return, unless it was before or there is no room. */
    void keep(Contradiction found) {
        switch (database.commit(connection -> ContradictionStore.add(connection, found, Moments.now(clock)))) {
            case KEPT -> tell(found);
            case KNOWN -> LOG.debug("told before");
            case FULL -> tellFull(found);
        }
    }

    private static void tell(Contradiction found) {
        String what = what(found) + ", both kept in witness_contradiction";
        String origin = found.offered().checkpoint().origin();
        switch (found.kind()) {
            case SPLIT_VIEW -> LOG.errorf("log %s has signed two histories: %s", origin, what);
            case UNPROVEN -> LOG.warnf("a proof from log %s or in its name leads nowhere: %s", origin, what);
        }
    }

    private void tellFull(Contradiction found) {
        String origin = found.offered().checkpoint().origin();
        long now = ticker.nanos();
        Long last = told.putIfAbsent(origin + found.kind(), now);
        boolean tells = last == null
                || (ticker.since(last).compareTo(TOLD_EVERY) >= 0 && told.replace(origin + found.kind(), last, now));
        if (tells) {
            LOG.errorf(
                    "log %s: %s of %s is not kept, since there are as many as are kept: compare that log with what was"
                            + " cosigned last",
                    origin, found.kind().code(), what(found));
        }
    }

    private static String what(Contradiction found) {
        Checkpoint last = Checkpoint.parse(found.last().text());
        Checkpoint offered = found.offered().checkpoint();
        return "size " + last.size() + " root " + last.root() + " and size " + offered.size() + " root "
                + offered.root();
    }
}
