package org.aletheia.local.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.aletheia.local.demo.client.StackProperties;

/** The groups whose server has an estate of its own and is driven from inside. */
final class InsideGroups {
    private static final int FILLERS = 8;
    private static final int FILLED_AT_ONCE = 500;

    private final Path properties;
    private final Path runner;
    private final int runs;
    private final Consumer<Figure> note;

    /**
     * @param properties of the stack
     * @param runner the packaged server
     * @param note is given each figure as soon as it is there
     */
    InsideGroups(Path properties, Path runner, int runs, Consumer<Figure> note) {
        this.properties = properties;
        this.runner = runner;
        this.runs = runs;
        this.note = note;
    }

    /** The journal taking events. */
    void journal() throws Exception {
        try (OwnEstate estate = estate();
                InsideServer server = inside(estate);
                LogState log = new LogState(estate.connect())) {
            var pairs = new Pairs(runs, new Components(properties, server.process()));
            var appends = new JournalAppends(server, estate, new StackProperties(properties), log, pairs);
            // eight at a time first: one client alone would still measure the compiler
            note.accept(appends.eightAtOnce());
            note.accept(appends.eightHeld());
            note.accept(appends.oneByOne());
            note.accept(appends.oneHeld());
            note.accept(appends.batched());
            note.accept(appends.eightBatched());
            note.accept(appends.reads());
        }
    }

    /** How soon the published log has what was taken in. */
    void lag() throws Exception {
        try (OwnEstate estate = estate();
                InsideServer server = inside(estate);
                LogState log = new LogState(estate.connect())) {
            note.accept(new CheckpointLag(server, log, runs).atHalfOfTheMost());
        }
    }

    /** What waits after an outage. */
    void backlog() throws Exception {
        try (OwnEstate estate = estate()) {
            inside(estate).close(); // makes the tables
            try (LogState log = new LogState(estate.connect())) {
                new Backlog(log, events -> fill(estate, events), () -> shipped(estate))
                        .figures()
                        .forEach(note);
            }
        }
    }

    private void fill(OwnEstate estate, int events) throws Exception {
        try (InsideServer server = inside(estate)) {
            server.command("append %d %d %d".formatted(FILLERS, events, FILLED_AT_ONCE));
        }
    }

    /** Proofs in a long log. */
    void proofs(int entries) throws Exception {
        try (OwnEstate estate = estate()) {
            inside(estate).close(); // makes the tables
            System.out.println("  proofs: writing " + entries + " entries");
            new LongLog(estate, entries).write();
            try (InsideServer server = inside(estate);
                    LogState log = new LogState(estate.connect())) {
                System.out.println("  proofs: the server publishes them");
                log.awaitPublished();
                note.accept(new ProofTimes(server, entries).figure());
            }
        }
    }

    /** Auditors' questions of a long journal. */
    void audit(int events) throws Exception {
        try (OwnEstate estate = estate();
                ServerProcess server = shipped(estate);
                HttpClient http = HttpClient.newHttpClient();
                LogState log = new LogState(estate.connect())) {
            var repository = new Repository(new StackProperties(properties), server.uri("/"), http);
            new AuditQuestions(repository, log, events).figures().forEach(note);
        }
    }

    private OwnEstate estate() throws Exception {
        return new OwnEstate(new StackProperties(properties), properties.getParent());
    }

    private InsideServer inside(OwnEstate estate) throws Exception {
        return InsideServer.start(
                runner, properties, Bench.freePort(), Bench.freePort(), serverLog(), estate.settings());
    }

    private ServerProcess shipped(OwnEstate estate) throws Exception {
        return ServerProcess.start(
                runner,
                properties,
                Bench.freePort(),
                serverLog(),
                estate.settings().toArray(String[]::new));
    }

    private Path serverLog() {
        return properties.resolveSibling("logs").resolve("bench-server.log");
    }
}
