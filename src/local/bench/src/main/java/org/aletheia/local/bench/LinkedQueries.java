package org.aletheia.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an investigator asks of many acts, one question after the other, over HTTP. */
final class LinkedQueries {
    private static final int QUESTIONS = 600;
    private static final int WARM_UPS = 200;
    private static final String TARGET = "≤ 50 ms";

    private final Repository repository;
    private final Formations formations;
    private final int acts;

    LinkedQueries(Repository repository, Formations formations, int acts) {
        this.repository = repository;
        this.formations = formations;
        this.acts = acts;
    }

    /** One figure for each kind of question. */
    List<Figure> figures() throws Exception {
        List<String> units = formations.units();
        List<String> states = formations.states();
        return List.of(
                asked("who commanded a unit on a day", units, "/api/v1/units/%s/commanders?on=2024-03-05"),
                asked(
                        "the chain of command above a unit on a day",
                        units,
                        "/api/v1/units/%s/chain-of-command?on=2024-03-05&direction=up"),
                asked(
                        "what is attributed to a State under an article, 50 of it",
                        states,
                        "/api/v1/states/%s/attributed?article=ARS-4&limit=50"),
                asked(
                        "what is linked to a unit, one step, 50 of it",
                        units,
                        "/api/v1/graph?kind=unit&id=%s&depth=1&limit=50"));
    }

    private Figure asked(String what, List<String> ids, String path) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + QUESTIONS; i++) {
            String question = path.formatted(ids.get(i % ids.size()));
            long start = System.nanoTime();
            repository.send(repository.request(question).GET());
            if (i >= WARM_UPS) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return new Figure(
                what + ", among " + acts + " acts, p95 (median)",
                String.format(
                        Locale.ROOT, "%.1f ms (%.1f)", Pairs.percentile(millis, 0.95), Pairs.percentile(millis, 0.5)),
                "–",
                Double.NaN,
                TARGET,
                "–");
    }
}
