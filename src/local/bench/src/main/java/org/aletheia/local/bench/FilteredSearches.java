package org.aletheia.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What the access filter costs in Elasticsearch: the queries that the server sends for a member admitted to many compartments,
 * beside the same queries without that filter, in turn, at one point in time.
 */
final class FilteredSearches {
    private static final int COMPARTMENTS = 1000;
    private static final int MOST_OF_A_RECORD = 3;
    private static final int TURNS = 400;
    private static final int LINES = 5_000;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long BYTES_OF_A_RECORD = 16 << 10;

    /** What only the filter asks about. */
    private static final String OF_FILTER = "\"ownerOrg\"";

    private final Repository repository;
    private final Elastic elastic;
    private final String alias;
    private final int documents;
    private final ObjectMapper json = new ObjectMapper();

    /** @param alias of the incidents' index */
    FilteredSearches(Repository repository, Elastic elastic, String alias, int documents) {
        this.repository = repository;
        this.elastic = elastic;
        this.alias = alias;
        this.documents = documents;
    }

    /** What so many records need. */
    static DiskSpace space(int documents) {
        return new DiskSpace(documents * BYTES_OF_A_RECORD, 0);
    }

    private record Pair(Recorder.Search filtered, Recorder.Search open) {}

    /** Admits the member, and writes as many records in compartments as are missing. */
    void prepare() throws Exception {
        admit();
        long there = inCompartments();
        System.out.println("  filtered: " + there + " records in compartments in the index, " + documents + " wanted");
        var random = new Random();
        for (long left = documents - there; left > 0; left -= LINES) {
            var lines = new StringBuilder();
            for (long i = Math.min(left, LINES); i > 0; i--) {
                lines.append(incident(random)).append('\n');
            }
            String answer = repository
                    .send(repository
                            .request("/api/v1/bulk")
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(lines.toString())))
                    .body();
            if (!answer.contains("\"refused\":0")) {
                throw new IOException("not all lines were taken: " + answer.substring(0, 300));
            }
        }
        long end = System.nanoTime() + PATIENCE_NS;
        while (inCompartments() < documents) {
            if (System.nanoTime() > end) {
                throw new IOException("the index has not got them in time");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void admit() throws IOException, InterruptedException {
        var admin = repository.cast().as("admin");
        var me =
                repository.cast().as("documenter").get("/api/v1/me").expect(200).json();
        String path = "/api/v1/members/" + me.get("member").asText();
        String etag = admin.get(path).expect(200).header("ETag");
        admin.put(
                        path,
                        Map.of(
                                "roles", List.of("documenter"),
                                "clearance", "TLP:RED",
                                "compartments",
                                        IntStream.range(0, COMPARTMENTS)
                                                .mapToObj(FilteredSearches::compartment)
                                                .toList()),
                        "If-Match",
                        etag)
                .expect(200);
    }

    private static String compartment(int number) {
        return "bench-" + number;
    }

    private long inCompartments() throws IOException, InterruptedException {
        return elastic.count(alias, "compartmentCount:>0");
    }

    private String incident(Random random) throws IOException {
        List<String> compartments = random.ints(1 + random.nextInt(MOST_OF_A_RECORD), 0, COMPARTMENTS)
                .distinct()
                .mapToObj(FilteredSearches::compartment)
                .toList();
        Map<String, Object> record = Map.of(
                "title",
                "Incident " + random.nextInt(1_000_000),
                "language",
                "en",
                "dates",
                List.of("2024-03-05"),
                "description",
                Searches.text(random),
                "compartments",
                compartments);
        return json.writeValueAsString(
                Map.of("kind", "incident", "externalId", UUID.randomUUID().toString(), "record", record));
    }

    /** @param recorder through which the server speaks to Elasticsearch */
    Figure figure(Recorder recorder) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        String point = "";
        for (String words : Searches.WORDS) {
            recorder.take();
            repository.send(repository.request(
                    "/api/v1/search?kind=incident&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
            Recorder.Search sent = recorder.take().getFirst();
            point = point.isEmpty() ? elastic.openPoint(recorder.pointInTime()) : point;
            Recorder.Search filtered = elastic.at(point, sent);
            pairs.add(new Pair(filtered, open(filtered)));
        }
        List<Double> filtered = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        for (int i = 0; i < TURNS + pairs.size(); i++) {
            Pair pair = pairs.get(i % pairs.size());
            double with = millis(pair.filtered());
            double without = millis(pair.open());
            if (i >= pairs.size()) {
                filtered.add(with);
                open.add(without);
            }
        }
        return figure(filtered, open);
    }

    private Figure figure(List<Double> filtered, List<Double> open) {
        double with = Pairs.percentile(filtered, 0.95);
        double without = Pairs.percentile(open, 0.95);
        return new Figure(
                "search of a member in " + COMPARTMENTS + " compartments, " + documents
                        + " records in 1 to 3 of them, p95 (median); bare: the same query without the access filter",
                String.format(Locale.ROOT, "%.1f ms (%.1f)", with, Pairs.median(filtered)),
                String.format(Locale.ROOT, "%.1f ms (%.1f)", without, Pairs.median(open)),
                with / without,
                "≤ 1.20",
                "–");
    }

    private double millis(Recorder.Search search) throws IOException, InterruptedException {
        long start = System.nanoTime();
        elastic.search(search);
        return (System.nanoTime() - start) / 1e6;
    }

    /** The same query without the one clause that is the access filter. */
    private Recorder.Search open(Recorder.Search filtered) throws IOException {
        JsonNode body = json.readTree(filtered.body());
        ArrayNode filters = (ArrayNode) body.at("/query/bool/filter");
        int before = filters.size();
        for (int i = before - 1; i >= 0; i--) {
            if (filters.get(i).toString().contains(OF_FILTER)) {
                filters.remove(i);
            }
        }
        if (before - filters.size() != 1) {
            throw new IOException("the access filter is not where it was: " + body.get("query"));
        }
        return new Recorder.Search(filtered.pathAndQuery(), json.writeValueAsBytes(body));
    }
}
