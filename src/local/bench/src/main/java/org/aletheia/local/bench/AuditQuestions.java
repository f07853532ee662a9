package org.aletheia.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.aletheia.local.demo.client.Api;

/** Who saw this item, and what did this person see: through the server's routes, in a journal of many uses. */
final class AuditQuestions {
    private static final int WARM_UPS = 20;
    private static final int COUNTED = 200;
    private static final String PAGE = "/access-record?limit=100";

    private final Repository repository;
    private final LogState log;
    private final int events;

    AuditQuestions(Repository repository, LogState log, int events) {
        this.repository = repository;
        this.log = log;
        this.events = events;
    }

    List<Figure> figures() throws Exception {
        Api documenter = repository.cast().as("documenter");
        Api auditor = repository.cast().as("auditor");
        JsonNode investigator = me("investigator");
        JsonNode owner = me("documenter");
        String item = repository.uploadSmall(Repository.fresh(1024));
        String busiest = repository.uploadSmall(Repository.fresh(1024));
        documenter.get("/api/v1/items/" + item).expect(200);
        log.await("select exists (select from journal where event_type = 'CE-ACCESS-VIEW' and subject_ids = array['"
                + item + "'::uuid])");
        System.out.println("  audit: writing " + events + " events of use");
        new AuditedLog(log, events)
                .write(
                        new AuditedLog.People(
                                investigator.get("member").asText(),
                                organisation(investigator),
                                organisation(owner),
                                item,
                                busiest),
                        owner.get("member").asText());
        String member = "/api/v1/members/" + investigator.get("member").asText();
        return List.of(
                figure("what one of a thousand members used, 100 of " + events / 1000, auditor, member),
                figure(
                        "who of one's organisation used an item, 100 of " + events / 10007,
                        documenter,
                        "/api/v1/items/" + item),
                figure(
                        "who of one's organisation used the item of " + events / 100
                                + " uses of others, none of one's own",
                        documenter,
                        "/api/v1/items/" + busiest));
    }

    private Figure figure(String question, Api asker, String record) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + COUNTED; i++) {
            long start = System.nanoTime();
            asker.get(record + PAGE).expect(200);
            if (i >= WARM_UPS) {
                seconds.add((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
            }
        }
        return new Figure(
                question + ", among " + events + " events of use, p95 (median, longest)",
                String.format(
                        Locale.ROOT,
                        "%.3f s (%.3f, %.3f)",
                        Pairs.percentile(seconds, 0.95),
                        Pairs.median(seconds),
                        Pairs.percentile(seconds, 1)),
                "–",
                Double.NaN,
                "≤ 1 s",
                "–");
    }

    private JsonNode me(String person) throws IOException, InterruptedException {
        return repository.cast().as(person).get("/api/v1/me").expect(200).json();
    }

    private static String organisation(JsonNode me) {
        return me.get("organisation").get("id").asText();
    }
}
