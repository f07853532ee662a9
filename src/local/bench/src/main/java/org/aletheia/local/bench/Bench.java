package org.aletheia.local.bench;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.aletheia.local.demo.client.StackProperties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benchmarks and writes their table. Each group has a server of its own, started as it needs it. */
@Command(name = "bench", description = "Measures the server against the bare services beneath it.")
public final class Bench implements Callable<Integer> {

    private static final Path RUNNER =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final int ONE_BY_ONE = 500;
    private static final int EIGHT_AT_A_TIME = 1000;
    private static final int SMALL_UPLOADS = ONE_BY_ONE + EIGHT_AT_A_TIME;
    private static final Set<String> ALL = Set.of(
            "start",
            "large",
            "digests",
            "small",
            "memory",
            "search",
            "log",
            "journal",
            "lag",
            "backlog",
            "proofs",
            "fixity",
            "bulk",
            "policy",
            "filtered",
            "audit");

    @Parameters(index = "0", paramLabel = "FILE", description = "connection properties of the stack")
    private Path properties;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "counted turns of each pair (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--only",
            split = ",",
            description = "start, large, digests, small, memory, search, log, journal, lag, backlog, proofs,"
                    + " fixity, bulk, policy, filtered, audit (default: all of them)")
    private Set<String> only = ALL;

    @Option(
            names = "--documents",
            defaultValue = "100000",
            description = "records in the index for the search and filtered groups (default: ${DEFAULT-VALUE})")
    private int documents;

    @Option(
            names = "--entries",
            defaultValue = "10000000",
            description = "entries in the log for the proofs and audit groups (default: ${DEFAULT-VALUE})")
    private int entries;

    @Option(names = "--write", description = "docs/performance.md: replaces the table in it")
    private Path page;

    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
    private String group = "";

    private interface Group {
        void run(ServerProcess server, Repository repository, RawStore store, Pairs pairs) throws Exception;
    }

    /** Exit code 0 once all figures are there, whatever they are; 1 where disk or page have no room for them. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (page != null && !new ReportPage(Files.readString(page)).hasPlaceFor(only)) {
            System.err.println(
                    page + " has no place for the figures of these groups alone; its marks name those it has.");
            return 1;
        }
        long needed = DiskSpace.needed(only.stream().map(this::space).toList());
        FileStore disk = Files.getFileStore(properties.toAbsolutePath());
        if (disk.getUsableSpace() < needed) {
            System.err.printf(
                    "These benchmarks need %s of disk, and %s are free in %s: choose fewer with --only or --runs.%n",
                    DiskSpace.gib(needed),
                    DiskSpace.gib(disk.getUsableSpace()),
                    properties.toAbsolutePath().getParent());
            return 1;
        }
        groups();
        report();
        return 0;
    }

    private void groups() throws Exception {
        if (begin("start")) {
            startTimes();
        }
        if (begin("large")) {
            with(this::large);
        }
        if (begin("digests")) {
            with(this::oneDigest, "aletheia.content.sha512=false");
        }
        if (begin("small")) {
            with((server, repository, store, pairs) -> small(repository, store, pairs, "paused"), PAUSED);
            with((server, repository, store, pairs) -> small(repository, store, pairs, "running"));
        }
        if (begin("memory")) {
            with((server, repository, store, pairs) -> new LargeObjects(repository, store, server, pairs)
                    .footprint()
                    .forEach(this::note));
        }
        if (begin("search")) {
            search();
        }
        if (begin("log")) {
            with((server, repository, store, pairs) -> {
                try (var log = new LogReading(properties.toAbsolutePath().resolveSibling("bench-log"), pairs)) {
                    note(log.verification());
                }
            });
        }
        if (begin("fixity")) {
            with(this::fixity, "aletheia.fixity.rate=0");
        }
        if (begin("bulk")) {
            with(this::bulk);
        }
        if (begin("policy")) {
            new PolicyDecisions(RUNNER).figures().forEach(this::note);
        }
        if (begin("filtered")) {
            filtered();
        }
        insideGroups();
    }

    /** Whether this group is wanted; what is noted from now on is its. */
    private boolean begin(String name) {
        group = name;
        return only.contains(name);
    }

    private void insideGroups() throws Exception {
        var inside = new InsideGroups(properties.toAbsolutePath(), RUNNER, runs, this::note);
        if (begin("journal")) {
            inside.journal();
        }
        if (begin("lag")) {
            inside.lag();
        }
        if (begin("backlog")) {
            inside.backlog();
        }
        if (begin("proofs")) {
            inside.proofs(entries);
        }
        if (begin("audit")) {
            inside.audit(entries);
        }
    }

    private DiskSpace space(String group) {
        return switch (group) {
            case "large" -> LargeObjects.space(2, 1, runs);
            case "digests" -> LargeObjects.space(1, 0, runs);
            case "small" -> SmallObjects.space(SMALL_UPLOADS, runs).then(SmallObjects.space(SMALL_UPLOADS, runs));
            case "memory" -> LargeObjects.spaceOfFootprint();
            case "search" -> Searches.space(documents);
            case "fixity" -> FixityReads.space();
            case "bulk" -> BulkLoads.space(runs);
            case "journal" -> JournalAppends.space(runs);
            case "lag" -> CheckpointLag.space(runs);
            case "backlog" -> Backlog.space();
            case "proofs" -> LongLog.space(entries);
            case "filtered" -> FilteredSearches.space(documents);
            case "audit" -> AuditedLog.space(entries);
            default -> DiskSpace.NONE;
        };
    }

    private static final String PAUSED = "aletheia.followers.enabled=false";

    private void large(ServerProcess server, Repository repository, RawStore store, Pairs pairs) throws Exception {
        var large = new LargeObjects(repository, store, server, pairs);
        note(large.upload("SHA-256 and SHA-512", 1, "≥ 0.75"));
        note(large.upload("SHA-256 and SHA-512", 2, "–"));
        note(large.download());
    }

    private void oneDigest(ServerProcess server, Repository repository, RawStore store, Pairs pairs) throws Exception {
        note(new LargeObjects(repository, store, server, pairs).upload("SHA-256 alone", 1, "≥ 0.85"));
    }

    private void small(Repository repository, RawStore store, Pairs pairs, String followers) throws Exception {
        var small = new SmallObjects(repository, store, pairs);
        boolean paused = followers.equals("paused");
        // eight at a time first: one client alone would still measure the compiler
        note(small.upload(followers, 8, EIGHT_AT_A_TIME, paused ? "≥ 0.50" : "–"));
        note(small.upload(followers, 1, ONE_BY_ONE, paused ? "≥ 0.60" : "–"));
    }

    private void bulk(ServerProcess server, Repository repository, RawStore store, Pairs pairs) throws Exception {
        try (var rows = new RawRows(admin(), BulkLoads.shares())) {
            var loads = new BulkLoads(repository, server, rows, pairs);
            note(loads.speed());
            loads.all().forEach(this::note);
        }
    }

    private Connection admin() throws Exception {
        var stack = new StackProperties(properties);
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("stack.postgres.admin-user"),
                stack.get("stack.postgres.admin-password"));
    }

    private void fixity(ServerProcess server, Repository repository, RawStore store, Pairs pairs) throws Exception {
        try (var database = new LogState(admin())) {
            new FixityReads(repository, store, database, pairs).figures().forEach(this::note);
        }
    }

    /** The server of this group speaks to Elasticsearch through a relay only while its queries are recorded. */
    private void search() throws Exception {
        var stack = new StackProperties(properties);
        URI elasticsearch = URI.create(stack.get("aletheia.search.url"));
        String alias = stack.get("aletheia.search.index-prefix") + "-incidents";
        try (var recorder = new Recorder(elasticsearch);
                var http = HttpClient.newHttpClient()) {
            var elastic = new Elastic(elasticsearch, http);
            var recorded = new ArrayList<Searches.Recorded>();
            with(
                    (server, repository, store, pairs) -> {
                        var searches = new Searches(repository, elastic, alias, documents);
                        searches.prepare();
                        recorded.add(searches.record(recorder));
                    },
                    "aletheia.search.url=" + recorder.url());
            with((server, repository, store, pairs) -> {
                var searches = new Searches(repository, elastic, alias, documents);
                note(searches.latency(recorded.getFirst()));
                note(searches.indexing(pairs, recorded.getFirst()));
                note(searches.freshness());
            });
        }
    }

    private void filtered() throws Exception {
        var stack = new StackProperties(properties);
        URI elasticsearch = URI.create(stack.get("aletheia.search.url"));
        String alias = stack.get("aletheia.search.index-prefix") + "-incidents";
        try (var recorder = new Recorder(elasticsearch);
                var http = HttpClient.newHttpClient()) {
            with(
                    (server, repository, store, pairs) -> {
                        var searches =
                                new FilteredSearches(repository, new Elastic(elasticsearch, http), alias, documents);
                        searches.prepare();
                        note(searches.figure(recorder));
                    },
                    "aletheia.search.url=" + recorder.url());
        }
    }

    private void startTimes() throws Exception {
        List<Double> seconds = new ArrayList<>();
        long resident = 0;
        for (int i = 0; i < runs; i++) {
            try (ServerProcess server = start(freePort())) {
                seconds.add(server.startSeconds());
                resident = server.residentMiB();
            }
        }
        note(new Figure(
                "start until ready, resident memory then",
                String.format(Locale.ROOT, "%.1f s, %d MiB", Pairs.median(seconds), resident),
                "–",
                Double.NaN,
                "–",
                "–"));
    }

    private void with(Group group, String... settings) throws Exception {
        var stack = new StackProperties(properties);
        int port = freePort();
        try (ServerProcess server = start(port, settings);
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                RawStore store = new RawStore(stack, http)) {
            var repository = new Repository(stack, URI.create("http://127.0.0.1:" + port), http);
            group.run(server, repository, store, new Pairs(runs, new Components(properties.toAbsolutePath(), server)));
        }
    }

    private ServerProcess start(int port, String... settings) throws Exception {
        Path log = properties.toAbsolutePath().resolveSibling("logs").resolve("bench-server.log");
        return ServerProcess.start(RUNNER, properties.toAbsolutePath(), port, log, settings);
    }

    static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Printed at once, so that it is not lost where a later group fails. */
    private void note(Figure figure) {
        figures.computeIfAbsent(group, any -> new ArrayList<>()).add(figure);
        System.out.print(figure.row());
    }

    private void report() throws Exception {
        System.out.print("\n" + Figure.HEADER);
        figures.values().forEach(all -> all.forEach(figure -> System.out.print(figure.row())));
        if (page != null) {
            Files.writeString(page, new ReportPage(Files.readString(page)).with(Machine.describe(runs), figures));
            System.out.println("written to " + page);
        }
    }
}
