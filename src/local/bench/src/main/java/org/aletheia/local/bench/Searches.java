package org.aletheia.local.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Searching, indexing, and how soon an upload is found, beside the same work of the bare Elasticsearch. */
final class Searches {

    private static final int QUERIES = 400;
    private static final int FRESH_UPLOADS = 40;
    private static final int WRITERS = 8;
    private static final long PATIENCE_NS = 600_000_000_000L;
    /** Rows with their revisions and events, and the three indexes that there are during a rebuild's turn. */
    private static final long BYTES_OF_A_RECORD = 16 << 10;

    /** What is searched for. */
    static final List<String> WORDS = List.of(
            "school",
            "bridge",
            "convoy",
            "shelling",
            "village",
            "hospital",
            "market",
            "river",
            "detention",
            "convoys",
            "school shelling",
            "north village",
            "market bridge",
            "hospital convoy",
            "river north");

    private final Repository repository;
    private final Elastic elastic;
    private final String alias;
    private final int documents;

    /** @param alias of the incidents' index */
    Searches(Repository repository, Elastic elastic, String alias, int documents) {
        this.repository = repository;
        this.elastic = elastic;
        this.alias = alias;
        this.documents = documents;
    }

    /** What so many records need. */
    static DiskSpace space(int documents) {
        return new DiskSpace(documents * BYTES_OF_A_RECORD, 0);
    }

    /** Writes as many records as are missing, and waits until the index has them. */
    void prepare() throws Exception {
        long there = elastic.count(alias);
        System.out.println("  search: " + there + " records in the index, " + documents + " wanted");
        var left = new AtomicInteger((int) Math.max(0, documents - there));
        Pairs.together(WRITERS, () -> {
            var random = new Random();
            for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                repository.send(repository
                        .request("/api/v1/incidents")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(incident(random))));
            }
            return null;
        });
        await(100, () -> elastic.count(alias) >= documents);
    }

    private static String incident(Random random) {
        return String.format(
                Locale.ROOT,
                """
                {"title":"Incident %d","language":"en","dates":["2014-%02d-%02d"],"description":"%s",
                 "place":{"geometry":{"type":"Point","coordinates":[%.4f,%.4f]},"precision":"locality"}}""",
                random.nextInt(1_000_000),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                text(random),
                6 + random.nextDouble(),
                46 + random.nextDouble());
    }

    /** Some sentences' worth of words. */
    static String text(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append(WORDS.get(random.nextInt(10)))
                    .append(' ')
                    .append((char) ('a' + random.nextInt(26)))
                    .append(' ');
        }
        return text.toString().strip();
    }

    /**
     * What the server sent while a recorder stood between it and Elasticsearch.
     *
     * @param searches one for each query, in order
     * @param pointInTime how it opened the point in time that they share
     * @param bulks the requests of a full rebuild
     */
    record Recorded(List<Recorder.Search> searches, String pointInTime, List<byte[]> bulks) {}

    Recorded record(Recorder recorder) throws Exception {
        List<Recorder.Search> recorded = new ArrayList<>();
        for (String words : WORDS) {
            recorder.take();
            ask(words);
            recorded.add(recorder.take().getFirst());
        }
        recorder.keepBulks();
        rebuild();
        return new Recorded(recorded, recorder.pointInTime(), recorder.bulks());
    }

    /** The server's search against the same query and filter sent straight to Elasticsearch, 95th percentiles. */
    Figure latency(Recorded recorded) throws Exception {
        String point = elastic.openPoint(recorded.pointInTime());
        List<Recorder.Search> searches = new ArrayList<>();
        for (Recorder.Search search : recorded.searches()) {
            searches.add(elastic.at(point, search));
        }
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < QUERIES + WORDS.size(); i++) {
            String words = WORDS.get(i % WORDS.size());
            double asked = seconds(() -> ask(words));
            Recorder.Search same = searches.get(i % WORDS.size());
            double searched = seconds(() -> elastic.search(same));
            if (i >= WORDS.size()) {
                ours.add(asked * 1000);
                bare.add(searched * 1000);
            }
        }
        double mine = Pairs.percentile(ours, 0.95);
        double theirs = Pairs.percentile(bare, 0.95);
        return new Figure(
                "search p95, " + documents + " records (median)",
                String.format(Locale.ROOT, "%.1f ms (%.1f)", mine, Pairs.median(ours)),
                String.format(Locale.ROOT, "%.1f ms (%.1f)", theirs, Pairs.median(bare)),
                mine / theirs,
                "≤ 1.30",
                "–");
    }

    private void ask(String words) throws Exception {
        repository.send(repository.request(
                "/api/v1/search?kind=incident&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
    }

    /** A full rebuild against a bare loader of the same documents into an index of the same mapping. */
    Figure indexing(Pairs pairs, Recorded recorded) throws Exception {
        String index = alias + "-bare";
        List<byte[]> rows = new ArrayList<>();
        for (byte[] bulk : recorded.bulks()) {
            rows.add(elastic.into(index, bulk));
        }
        var times = pairs.measure("indexing " + documents + " records", this::rebuild, () -> {
            elastic.createLike(alias, index);
            elastic.load(rows, index);
        });
        return new Figure(
                "indexing, " + documents + " records",
                String.format(Locale.ROOT, "%.0f/s", documents / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f/s", documents / times.bareMedian()),
                times.speedRatio(),
                "≥ 0.50",
                times.cpuEach(documents));
    }

    private void rebuild() throws Exception {
        var admin = repository.cast().as("admin");
        String path = "/api/v1/search/reindex";
        String id = admin.post(path, Map.of()).expect(202).json().get("id").asText();
        // seldom, since to answer takes processor time from what is measured
        await(100, () -> {
            var progress = admin.get(path).expect(200).json();
            if (progress.get("state").asText().equals("failed")) {
                throw new IOException("the rebuild failed; the server's log says why");
            }
            return progress.get("id").asText().equals(id)
                    && progress.get("state").asText().equals("done");
        });
    }

    /** From the answer to an upload to the first search that finds it. */
    Figure freshness() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < FRESH_UPLOADS; i++) {
            String word = "w" + UUID.randomUUID().toString().replace("-", "");
            String item = repository.uploadText(word);
            seconds.add(seconds(() -> await(10, () -> repository
                    .send(repository.request("/api/v1/search?q=" + word))
                    .body()
                    .contains(item))));
        }
        return new Figure(
                "upload to searchable, p95 (median)",
                String.format(Locale.ROOT, "%.2f s (%.2f)", Pairs.percentile(seconds, 0.95), Pairs.median(seconds)),
                "–",
                Double.NaN,
                "–",
                "–");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(long pauseMs, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("waited too long");
            }
            Thread.sleep(pauseMs);
        }
    }

    private static double seconds(Pairs.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
