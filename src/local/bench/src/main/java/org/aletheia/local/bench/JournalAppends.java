package org.aletheia.local.bench;

import java.util.Locale;
import org.aletheia.local.demo.client.StackProperties;

/**
 * The journal taking events, each durable when its caller goes on, beside bare inserts of rows of the same size into the same
 * database. Both sides run inside the server and in turn; the sequencer is at work while the journal takes events, and
 * has done all of it before the bare side begins.
 */
final class JournalAppends {
    private static final int CLIENTS = 8;
    private static final int READERS = 64;
    private static final int BATCH = 100;

    private static final int WARM_UPS = 3;

    /** Events of each side before the first turn: until then the compiler takes its share of the two cores, longer from ours. */
    private static final int COMPILED = 60_000;

    private static final int ONE_BY_ONE = 2_000;
    private static final int EIGHT_AT_ONCE = 8_000;
    private static final int IN_BATCHES = 20_000;

    private final InsideServer server;
    private final LogState log;
    private final Pairs pairs;

    JournalAppends(InsideServer server, OwnEstate estate, StackProperties stack, LogState log, Pairs pairs)
            throws Exception {
        this.server = server;
        this.log = log;
        this.pairs = pairs;
        log.execute("""
                create table bench_bare (
                    arrival       bigint generated always as identity primary key,
                    event_id      uuid   not null,
                    event_type    text   not null,
                    event_group   text   not null,
                    subject_kinds text[] not null,
                    subject_ids   uuid[] not null,
                    seed          bytea  not null,
                    entry         bytea  not null,
                    canonical     bytea  not null)""");
        log.execute("grant insert on bench_bare to aletheia_app");
        server.command("append 1 1 1");
        log.awaitPublished();
        server.command("bare %s %s %s %d"
                .formatted(
                        estate.url(),
                        stack.get("quarkus.datasource.username"),
                        stack.get("quarkus.datasource.password"),
                        CLIENTS));
        server.command(transactions(CLIENTS, COMPILED, 1).ours());
        log.awaitPublished();
        server.command(transactions(CLIENTS, COMPILED, 1).bare());
    }

    /** What {@link InsideGroups#journal} needs for so many turns. */
    static DiskSpace space(int runs) {
        return new DiskSpace(0, ((runs + WARM_UPS) * 60_000L + COMPILED) * 4096);
    }

    Figure oneByOne() throws Exception {
        return figure("1 client, an event a transaction", transactions(1, ONE_BY_ONE, 1), "≥ 0.75");
    }

    Figure eightAtOnce() throws Exception {
        return figure("8 clients, an event a transaction", transactions(CLIENTS, EIGHT_AT_ONCE, 1), "≥ 0.60");
    }

    /** What the sequencer's work beside eight clients costs. */
    Figure eightHeld() throws Exception {
        return held("8 clients", transactions(CLIENTS, EIGHT_AT_ONCE, 1));
    }

    /** What it costs beside one. */
    Figure oneHeld() throws Exception {
        return held("1 client", transactions(1, ONE_BY_ONE, 1));
    }

    private Figure held(String who, Turns turns) throws Exception {
        log.awaitPublished();
        log.holdSequencing();
        try {
            String what = who + ", an event a transaction, sequencer held";
            return figure(what, turns.events(), measure(what, turns, () -> {}), "–");
        } finally {
            log.releaseSequencing();
        }
    }

    /** As a change of many records at once does. */
    Figure batched() throws Exception {
        return figure(
                "1 client, " + BATCH + " events a transaction, in one batch",
                transactions(1, IN_BATCHES, BATCH),
                "≥ 0.45");
    }

    Figure eightBatched() throws Exception {
        return figure(
                "8 clients, " + BATCH + " events a transaction, in one batch",
                transactions(CLIENTS, IN_BATCHES, BATCH),
                "–");
    }

    /** Reads are committed in groups over one connection, so the bare side does the same. */
    Figure reads() throws Exception {
        return figure(
                READERS + " readers, committed in groups; bare: 1 client, batches of " + READERS,
                new Turns(
                        IN_BATCHES,
                        "read %d %d".formatted(READERS, IN_BATCHES),
                        "insert 1 %d %d".formatted(IN_BATCHES, READERS)),
                "≥ 0.45");
    }

    /** What each side is told to do in a turn. */
    private record Turns(int events, String ours, String bare) {}

    private static Turns transactions(int clients, int events, int perTransaction) {
        String work = " %d %d %d".formatted(clients, events, perTransaction);
        return new Turns(events, "append" + work, "insert" + work);
    }

    private Figure figure(String what, Turns turns, String target) throws Exception {
        return figure(what, turns.events(), measure(what, turns, log::awaitPublished), target);
    }

    private Pairs.Times measure(String what, Turns turns, Pairs.Work settle) throws Exception {
        return pairs.measure(
                "journal, " + what,
                WARM_UPS,
                () -> server.command(turns.ours()),
                () -> server.command(turns.bare()),
                () -> {
                    settle.run();
                    log.execute("truncate bench_bare");
                });
    }

    private static Figure figure(String what, int events, Pairs.Times times, String target) {
        return new Figure(
                "journal, " + what,
                String.format(Locale.ROOT, "%.0f/s", events / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f/s", events / times.bareMedian()),
                times.speedRatio(),
                target,
                times.cpuEach(events));
    }
}
