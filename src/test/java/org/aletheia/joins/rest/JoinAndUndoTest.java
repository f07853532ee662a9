package org.aletheia.joins.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.aletheia.testing.Enrolment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random joins, joins that reach by way of others, decisions that keep apart, withdrawals, liftings and undoings by two
 * organisations, one of which does not see all: no view of a record is altered by any of them, byte by byte; what is joined is
 * what a slow and obvious model says; and when all is taken back, every view is that of a world where nothing was joined.
 */
@QuarkusTest
@Tag("it")
class JoinAndUndoTest {
    private static final long SEED = 20_261_130;
    private static final int STEPS = 24;
    private static final List<String> USERS = List.of("documenter", "investigator");

    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, String> views = new HashMap<>();
    private final List<Said> joins = new ArrayList<>();
    private final List<Taken> withdrawals = new ArrayList<>();
    private Random random = new Random(SEED);

    private record Said(String id, String owner, boolean same, Set<String> records, boolean[] undone) {}

    private record Taken(
            String id,
            String owner,
            String record,
            @Nullable String join,
            boolean[] lifted) {}

    @Test
    void joinsThatAreUndoneLeaveEveryViewAsItWas() {
        for (int run = 0; run < 3; run++) {
            random = new Random(SEED + run);
            boolean edited = run == 1;
            begin();
            Map<String, String> before = everything();
            for (int step = 0; step < STEPS; step++) {
                step(edited);
                check("seed " + (SEED + run) + ", step " + step);
            }
            takeAllBack();
            check("seed " + (SEED + run) + ", at the end");
            if (!edited) {
                assertThat(everything()).as("seed " + (SEED + run)).isEqualTo(before);
            }
        }
    }

    private void begin() {
        owners.clear();
        joins.clear();
        withdrawals.clear();
        for (int i = 0; i < 7; i++) {
            String user = USERS.get(i < 4 ? 0 : 1);
            String id = create(user, "persons", person(i));
            owners.put(id, user);
            revisions.put(id, 1);
            if (i < 3) {
                String commission = Enrolment.organisation("Commission").toString();
                create(user, "shares", Map.of("kind", "person", "record", id, "grantee", commission));
                seen.add(id);
            }
        }
        owners.keySet().forEach(this::look);
    }

    /** Those of the documenter that the investigator sees. */
    private final Set<String> seen = new TreeSet<>();

    private void step(boolean edited) {
        switch (random.nextInt(edited ? 6 : 5)) {
            case 0, 1 -> join();
            case 2 -> withdraw();
            case 3 -> any(joins).ifPresent(this::undo);
            case 4 -> any(withdrawals).ifPresent(this::lift);
            default -> edit();
        }
    }

    private void join() {
        String user = pick(USERS);
        List<String> known = new ArrayList<>(visible(user));
        Collections.shuffle(known, random);
        List<String> some = known.subList(0, 2 + random.nextInt(2));
        boolean same = random.nextInt(4) > 0;
        ValidatableResponse answer = post(
                user,
                "joins",
                Map.of(
                        "of",
                        "person",
                        "decision",
                        same ? "same" : "not-same",
                        "records",
                        some,
                        "reasons",
                        List.of("name")));
        Set<String> records = Set.copyOf(some);
        boolean withdrawn = same
                && withdrawals.stream()
                        .anyMatch(taken -> !taken.lifted[0] && taken.join == null && records.contains(taken.record));
        boolean again = joins.stream()
                .anyMatch(said -> !said.undone[0]
                        && said.owner.equals(user)
                        && said.same == same
                        && said.records.equals(records));
        answer.statusCode(withdrawn ? 400 : again ? 409 : 201);
        if (!withdrawn && !again) {
            joins.add(new Said(answer.extract().path("id"), user, same, records, new boolean[1]));
        }
    }

    private void withdraw() {
        String record = pick(List.copyOf(new TreeSet<>(owners.keySet())));
        String user = owner(record);
        List<Said> holding = joins.stream()
                .filter(said -> said.records.contains(record) && sees(user, said))
                .toList();
        String join = holding.isEmpty() || random.nextBoolean() ? null : pick(holding).id;
        Map<String, Object> body = new HashMap<>(Map.of("reason", "own-decision"));
        if (join != null) {
            body.put("join", join);
        }
        ValidatableResponse answer = post(user, "persons/" + record + "/joins/withdrawals", body);
        boolean again = withdrawals.stream()
                .anyMatch(taken -> !taken.lifted[0] && taken.record.equals(record) && Objects.equals(taken.join, join));
        answer.statusCode(again ? 409 : 201);
        if (!again) {
            withdrawals.add(new Taken(answer.extract().path("id"), user, record, join, new boolean[1]));
        }
    }

    private void undo(Said said) {
        end(said.owner, "joins/" + said.id + "/undo", said.undone);
    }

    private void lift(Taken taken) {
        end(taken.owner, "join-withdrawals/" + taken.id + "/lifting", taken.lifted);
    }

    private static void end(String user, String path, boolean[] ended) {
        Enrolment.as(user)
                .header("If-Match", ended[0] ? "\"r2\"" : "\"r1\"")
                .body(Map.of("reason", "mistake"))
                .post("/api/v1/" + path)
                .then()
                .statusCode(ended[0] ? 409 : 200);
        ended[0] = true;
    }

    private void edit() {
        String id = pick(List.copyOf(new TreeSet<>(owners.keySet())));
        int revision = revisions.merge(id, 1, Integer::sum);
        put(owner(id), "persons/" + id, "\"r" + (revision - 1) + "\"", person(random.nextInt(100)))
                .statusCode(200);
        look(id);
    }

    private void takeAllBack() {
        joins.stream().filter(said -> !said.undone[0]).forEach(this::undo);
        withdrawals.stream().filter(taken -> !taken.lifted[0]).forEach(this::lift);
    }

    /** What its owner reads of a record by itself, kept to be compared with; how many joins hold it is beside what it says. */
    private void look(String id) {
        views.put(id, own(id));
    }

    private String own(String id) {
        StringBuilder all = new StringBuilder();
        for (String path : List.of("", "/revisions", "/sources", "/sources/attributes", "/reviews")) {
            all.append(body(owner(id), "persons/" + id + path).replaceAll(",\"joins\":\\d+", ""));
        }
        return all.toString();
    }

    private Map<String, String> everything() {
        Map<String, String> all = new HashMap<>();
        for (String user : USERS) {
            for (String id : visible(user)) {
                for (String path : List.of("", "/joins", "/joins/side-by-side")) {
                    all.put(user + " " + id + path, body(user, "persons/" + id + path));
                }
                all.put(user + " graph " + id, body(user, "graph?kind=person&id=" + id));
            }
        }
        return all;
    }

    private void check(String when) {
        for (String id : owners.keySet()) {
            assertThat(own(id)).as(when).isEqualTo(views.get(id));
        }
        for (String user : USERS) {
            String id = pick(List.copyOf(visible(user)));
            assertThat(get(user, "persons/" + id + "/joins/side-by-side")
                            .statusCode(200)
                            .extract()
                            .<List<String>>path("records.id"))
                    .as(when + ", " + user)
                    .containsExactlyInAnyOrderElementsOf(joined(user, id));
            assertThat(get(user, "persons/" + id + "/joins").extract().<List<String>>path("id"))
                    .as(when + ", " + user)
                    .containsExactlyInAnyOrderElementsOf(held(user, id));
            assertThat(get(user, "persons/" + id).extract().<Integer>path("joins"))
                    .as(when + ", " + user)
                    .isEqualTo(held(user, id).isEmpty() ? null : held(user, id).size());
        }
    }

    private List<String> held(String user, String id) {
        return joins.stream()
                .filter(said -> sees(user, said) && active(said).contains(id))
                .map(Said::id)
                .toList();
    }

    /** The model: grows until nothing is added. */
    private Set<String> joined(String user, String id) {
        Set<String> reached = new TreeSet<>(Set.of(id));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Said said : joins) {
                Set<String> active = active(said);
                if (said.same && sees(user, said) && active.stream().anyMatch(reached::contains)) {
                    grown |= reached.addAll(active);
                }
            }
        }
        return reached;
    }

    private Set<String> active(Said said) {
        Set<String> left = new TreeSet<>(said.records);
        withdrawals.stream()
                .filter(taken -> !taken.lifted[0] && (taken.join == null || taken.join.equals(said.id)))
                .forEach(taken -> left.remove(taken.record));
        return said.undone[0] || left.size() < 2 ? Set.of() : left;
    }

    private boolean sees(String user, Said said) {
        boolean concerned = said.owner.equals(user)
                || said.records.stream().anyMatch(id -> owner(id).equals(user))
                || said.records.stream().allMatch(id -> owner(id).equals(said.owner));
        return concerned && visible(user).containsAll(said.records);
    }

    private Set<String> visible(String user) {
        Set<String> ids = new TreeSet<>();
        owners.forEach((id, owner) -> {
            if (owner.equals(user) || user.equals("investigator") && seen.contains(id)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private String owner(String id) {
        return Objects.requireNonNull(owners.get(id));
    }

    private <T> Optional<T> any(List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(pick(from));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, Object> person(int number) {
        return Map.of(
                "protectedIdentity",
                false,
                "names",
                List.of(Map.of("language", "en", "text", "Ivan Petrov the " + number)));
    }

    private static String body(String user, String path) {
        return get(user, path).statusCode(200).extract().asString();
    }
}
