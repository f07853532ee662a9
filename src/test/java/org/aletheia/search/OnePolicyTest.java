package org.aletheia.search;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.AccessPolicy;
import org.aletheia.access.Principal;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.search.PolicyWorld.Made;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Property, over HTTP with real tokens: random members against random records, with shares (some for some purposes alone), compartments, classifications,
 * confined cases, sources and closures. Once the index has caught up, direct reads, lists, search hits with their count,
 * facets and highlights, timelines, item sheets, neighbourhoods, dossiers, suggestions of possible same, and explanations
 * agree exactly with the policy, and what is not readable looks like what is not there. Each standing is asked about all
 * records at once wherever one request can, and singly about a part of them that moves on from standing to standing: every
 * record is read by every member of the cast. {@code AccessFilterTest} and {@code PolicyAndWallTest} draw far more callers on
 * filter and wall alone.
 */
@QuarkusTest
@Tag("it")
class OnePolicyTest {
    private static final long SEED = 20_261_130;
    private static final int ROUNDS = 2;
    /** One explanation in so many reads. */
    private static final int EXPLAINED = 3;

    @Inject
    ClosedRecords closed;

    @Inject
    AccessPolicy policy;

    private int openedByDeclaring;

    @Test
    void everyWayToARecordAgreesWithThePolicy() throws Exception {
        try (PolicyWorld world = new PolicyWorld(SEED, closed)) {
            world.fill();
            int readable = 0;
            int standing = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String user : PolicyWorld.CAST) {
                    Principal drawn = world.drawn(user);
                    readable += standing % 2 == 0
                            ? agrees(world, user, drawn, round, standing)
                            : agreesDeclaring(world, user, drawn, round, standing);
                    standing++;
                }
            }
            assertThat(readable).as("the property was not tried on nothing").isGreaterThan(40);
            assertThat(openedByDeclaring)
                    .as("nor were shares for some purposes alone")
                    .isPositive();
        }
    }

    /** Every request of theirs declares a purpose: every other time one that a role of theirs serves, where there is any. */
    private int agreesDeclaring(PolicyWorld world, String user, Principal drawn, int round, int standing) {
        List<Purpose> served = Stream.of(Purpose.values())
                .filter(each -> !drawn.actingFor(each).roles().isEmpty())
                .toList();
        Purpose purpose = world.one(standing % 4 == 1 || served.isEmpty() ? List.of(Purpose.values()) : served);
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader(Purpose.HEADER, purpose.code())
                .build();
        try {
            return agrees(world, user, drawn.actingFor(purpose), round, standing);
        } finally {
            RestAssured.requestSpecification = null;
        }
    }

    private int agrees(PolicyWorld world, String user, Principal caller, int round, int standing) {
        String who = "seed " + SEED + ": " + user + " as " + caller.roles() + ", " + caller.clearance() + ", "
                + caller.compartments() + ", " + caller.service() + ", without " + caller.setAside();
        Set<String> listed = world.made().stream()
                .filter(made -> permits(caller, AccessIntent.LIST, made))
                .map(Made::id)
                .collect(Collectors.toSet());
        openedByDeclaring += (int) world.made().stream()
                .filter(made -> listed.contains(made.id()))
                .filter(made -> !made.owner().equals(caller.organisation()))
                .filter(made -> !made.sharing(caller.organisation()).purposes().isEmpty())
                .count();
        PolicyViews views = new PolicyViews(world, policy, user, caller, who, listed);
        views.found();
        views.sheet();
        views.timeline();
        views.neighbourhood(turn(world.of(RecordKind.INCIDENT), standing));
        views.dossier(turn(world.of(RecordKind.INCIDENT), standing));
        views.neighbourhood(turn(world.of(RecordKind.UNIT), standing));
        views.possibleSame(turn(world.of(RecordKind.ITEM), standing));
        listed(world, turn(PolicyWorld.KINDS, standing), user, who, listed);
        Absent absent = new Absent(user);
        for (int i = 0; i < world.made().size(); i++) {
            if (i % ROUNDS == round) {
                reads(world.made().get(i), user, who, caller, absent);
            }
            if (i % (ROUNDS * EXPLAINED) == standing % (ROUNDS * EXPLAINED)) {
                explains(world.made().get(i), user, who, caller, absent);
            }
        }
        return listed.size();
    }

    /** Of one kind at a time: a list holds all that other tests made, too. */
    private static void listed(PolicyWorld world, RecordKind kind, String user, String who, Set<String> listed) {
        Set<String> ofKind = world.of(kind).stream().map(Made::id).collect(Collectors.toSet());
        assertThat(Records.listed(user, PolicyWorld.path(kind)).stream().filter(ofKind::contains))
                .as("%s lists %s", who, kind)
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().filter(ofKind::contains).toList());
    }

    private void reads(Made made, String user, String who, Principal caller, Absent absent) {
        Response read = as(user).get(PolicyWorld.path(made.kind(), made.id()));
        if (permits(caller, AccessIntent.READ, made)) {
            assertThat(read.statusCode()).as("%s and %s", who, made).isEqualTo(200);
        } else {
            assertThat(seen(read)).as("%s and %s", who, made).isEqualTo(absent.read(made.kind()));
        }
    }

    private void explains(Made made, String user, String who, Principal caller, Absent absent) {
        Response explained = explained(user, made.kind(), made.id());
        if (knows(caller, made)) {
            assertThat(explained.statusCode()).as("%s and %s", who, made).isEqualTo(200);
            assertThat(explained.<Boolean>path("permitted"))
                    .as("%s and %s", who, made)
                    .isEqualTo(permits(caller, AccessIntent.REVISE, made));
        } else {
            assertThat(seen(explained)).as("%s and %s", who, made).isEqualTo(absent.explained(made.kind()));
        }
    }

    /** The disclosure officer is the one exception: what the body holds stands in the register. */
    private boolean knows(Principal caller, Made made) {
        boolean registered = policy.mayReadRegister(caller)
                && made.kind() == RecordKind.ITEM
                && (made.owner().equals(caller.organisation())
                        || made.sharing(caller.organisation()).inForce());
        return registered
                || Stream.of(AccessIntent.LIST, AccessIntent.READ).anyMatch(intent -> permits(caller, intent, made));
    }

    private boolean permits(Principal caller, AccessIntent intent, Made made) {
        return policy.decide(caller, intent, made.guarded(), made.sharing(caller.organisation()))
                .permitted();
    }

    private static Response explained(String user, RecordKind kind, String id) {
        return as(user).queryParams("kind", kind.code(), "id", id, "intent", "revise")
                .get("/api/v1/access/explain");
    }

    private static <T> T turn(List<T> all, int standing) {
        return all.get(standing % all.size());
    }

    /** What one member is answered about what is not there, asked for once a kind. */
    private static final class Absent {
        private final String user;
        private final Map<RecordKind, Map<String, String>> reads = new TreeMap<>();
        private final Map<RecordKind, Map<String, String>> explanations = new TreeMap<>();

        Absent(String user) {
            this.user = user;
        }

        Map<String, String> read(RecordKind kind) {
            return reads.computeIfAbsent(
                    kind,
                    asked -> seen(as(user).get(
                                    PolicyWorld.path(asked, UUID.randomUUID().toString()))));
        }

        Map<String, String> explained(RecordKind kind) {
            return explanations.computeIfAbsent(
                    kind,
                    asked -> seen(OnePolicyTest.explained(
                            user, asked, UUID.randomUUID().toString())));
        }
    }

    /** Status, headers and body, without what names the request. */
    static Map<String, String> seen(Response answer) {
        Map<String, String> seen = new TreeMap<>();
        seen.put("status", Integer.toString(answer.statusCode()));
        for (Header header : answer.headers()) {
            if (!header.getName().equalsIgnoreCase("Aletheia-Request-Id")
                    && !header.getName().equalsIgnoreCase("Date")) {
                seen.put(header.getName(), header.getValue());
            }
        }
        Map<String, Object> body = new TreeMap<>(answer.jsonPath().getMap(""));
        body.remove("instance");
        seen.put("body", body.toString());
        return seen;
    }
}
