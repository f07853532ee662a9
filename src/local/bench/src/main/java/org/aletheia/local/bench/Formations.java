package org.aletheia.local.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Units of a few States, one below the other in threes, each with a row of commanders; acts are laid at their doors. */
final class Formations {
    private static final int UNITS = 120;
    private static final int STATES = 3;
    private static final int BELOW = 3;
    private static final int FIRST_YEAR = 2020;
    private static final int COMMANDERS = 5;
    /** Of so many involvements one is attributed to a State. */
    private static final int ATTRIBUTED = 5;

    private final Repository repository;
    private final List<String> units = new ArrayList<>();
    private final List<String> states = new ArrayList<>();

    Formations(Repository repository) throws Exception {
        this.repository = repository;
        for (String country : List.of("SY", "UA", "SD").subList(0, STATES)) {
            states.add(create("states", "{\"country\":\"%s\"}".formatted(country)));
        }
        for (int i = 0; i < UNITS; i++) {
            units.add(create("units", "{\"names\":[{\"language\":\"en\",\"text\":\"Unit %d\"}]}".formatted(i)));
            if (i > 0) {
                link("controls", "unit", units.get((i - 1) / BELOW), i, FIRST_YEAR, FIRST_YEAR + COMMANDERS);
            }
            for (int year = FIRST_YEAR; year < FIRST_YEAR + COMMANDERS; year++) {
                String person = create(
                        "persons",
                        "{\"protectedIdentity\":false,\"names\":[{\"language\":\"en\",\"text\":\"Officer %d\"}]}"
                                .formatted(i * COMMANDERS + year));
                link("commands", "person", person, i, year, year + 1);
            }
        }
    }

    List<String> units() {
        return units;
    }

    List<String> states() {
        return states;
    }

    /** Who is involved, and for some of them the State to which it is attributed: members of an involvement's body. */
    String involved(int number) {
        String party = "\"party\":{\"kind\":\"unit\",\"id\":\"%s\"}".formatted(units.get(number % UNITS));
        return number % ATTRIBUTED > 0
                ? party
                : party
                        + ",\"attributions\":[{\"state\":\"%s\",\"basis\":\"ARS-4\"}]"
                                .formatted(states.get(number / ATTRIBUTED % STATES));
    }

    private void link(String relation, String kind, String subject, int unit, int from, int to) throws Exception {
        create("affiliations", """
                {"relation":"%s","subject":{"kind":"%s","id":"%s"},"object":{"kind":"unit","id":"%s"},
                 "period":{"during":"%d-01-01/%d-01-01"},"basis":"de-jure"}""".formatted(relation, kind, subject, units.get(unit), from, to));
    }

    private String create(String path, String body) throws IOException, InterruptedException {
        return repository
                .send(repository
                        .request("/api/v1/" + path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .id();
    }
}
