package org.aletheia.local.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Acts with a victim, an involvement and a source each, loaded through the bulk route, beside batches of the same rows (those
 * of the records, their revisions, their events and their external ids) through JDBC into tables of the same columns and
 * indexes. The server's own work behind the answer, ordering and search, goes on meanwhile.
 */
final class BulkLoads {
    private static final int LINES = 9_999;
    private static final int ACTS_A_REQUEST = LINES / 3;
    private static final int REQUESTS_A_TURN = 2;
    private static final int ALL_ACTS = 200_000;

    private final Repository repository;
    private final ServerProcess server;
    private final RawRows rows;
    private final Pairs pairs;
    private final String item;
    private final String group;

    BulkLoads(Repository repository, ServerProcess server, RawRows rows, Pairs pairs) throws Exception {
        this.repository = repository;
        this.server = server;
        this.rows = rows;
        this.pairs = pairs;
        this.item = repository.uploadSmall(Repository.fresh(1024));
        String name = UUID.randomUUID().toString();
        String made = load("{\"kind\":\"group\",\"externalId\":\"" + name
                + "\",\"record\":{\"names\":[{\"language\":\"en\",\"text\":\"Band\"}]}}\n");
        this.group = new Repository.Answer(made).id();
    }

    static DiskSpace space(int runs) {
        long acts = (runs + Pairs.WARM_UPS) * (long) ACTS_A_REQUEST * REQUESTS_A_TURN + ALL_ACTS;
        return new DiskSpace(acts * 40_000, acts * 20_000);
    }

    /** How fast, against bare rows. */
    Figure speed() throws Exception {
        request(); // the rows that the bare side writes again are the last of these
        rows.prepare();
        Pairs.Times times = pairs.measure(
                "bulk load",
                () -> {
                    for (int i = 0; i < REQUESTS_A_TURN; i++) {
                        request();
                    }
                },
                () -> rows.insert(ACTS_A_REQUEST * REQUESTS_A_TURN));
        double acts = (double) ACTS_A_REQUEST * REQUESTS_A_TURN;
        return new Figure(
                "acts with a victim, an involvement and a source each, loaded in requests of " + LINES
                        + " lines; bare: JDBC batches of the same rows",
                String.format(Locale.ROOT, "%.0f acts/s", acts / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f acts/s", acts / times.bareMedian()),
                times.speedRatio(),
                "≥ 0.30",
                times.cpuEach((long) acts));
    }

    /** What it costs in memory to load all of them, and how soon questions are answered then. */
    List<Figure> all() throws Exception {
        Formations formations = new Formations(repository);
        server.resetPeak();
        for (int i = 0; i < ALL_ACTS / ACTS_A_REQUEST; i++) {
            request(formations::involved);
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(memory());
        figures.addAll(new LinkedQueries(repository, formations, ALL_ACTS).figures());
        return figures;
    }

    private Figure memory() throws IOException {
        return new Figure(
                "resident memory, peak while " + ALL_ACTS + " such acts are loaded",
                server.peakResidentMiB() + " MiB",
                "–",
                Double.NaN,
                "–",
                "–");
    }

    private void request() throws Exception {
        request(number -> "\"party\":{\"kind\":\"group\",\"id\":\"%s\"}".formatted(group));
    }

    /** One request, under an incident of its own. */
    private void request(IntFunction<String> involved) throws Exception {
        String run = UUID.randomUUID().toString();
        load("{\"kind\":\"incident\",\"externalId\":\"" + run
                + "\",\"record\":{\"title\":\"Strike\",\"language\":\"en\",\"dates\":[\"2024-03-05\"]}}\n");
        StringBuilder lines = new StringBuilder(LINES * 160);
        for (int i = 0; i < ACTS_A_REQUEST; i++) {
            lines.append(act(run, i, involved.apply(i)));
        }
        String answer = load(lines.toString());
        if (!answer.contains("\"created\":" + LINES)) {
            throw new IOException("not all lines were taken: " + answer.substring(0, 300));
        }
    }

    private String act(String run, int number, String involved) {
        String name = run + "/" + number;
        return """
                {"kind":"victim","externalId":"%1$s","record":{"type":"individual"}}
                {"kind":"act","externalId":"%1$s","within":"ext:%2$s","record":{"type":"01","victims":["ext:%1$s"],"date":"2024-03-05"}}
                {"kind":"involvement","externalId":"%1$s","within":"ext:%1$s","record":{%3$s,"sources":[{"item":"%4$s","support":"supports"}]}}
                """.formatted(name, run, involved, item);
    }

    private String load(String lines) throws Exception {
        return repository
                .send(repository
                        .request("/api/v1/bulk")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines)))
                .body();
    }

    /** Tables whose rows belong to one act. */
    static List<RawRows.Share> shares() {
        return List.of(
                new RawRows.Share("victim", 1),
                new RawRows.Share("act", 1),
                new RawRows.Share("involvement", 1),
                new RawRows.Share("source", 1),
                new RawRows.Share("revision", 4),
                new RawRows.Share("journal", 5),
                new RawRows.Share("external_id", 4));
    }
}
