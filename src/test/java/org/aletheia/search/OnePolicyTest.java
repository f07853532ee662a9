package org.aletheia.search;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
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
 * Property, over HTTP with real tokens: random members against random records, with shares, compartments, classifications,
 * confined cases and closures. Once the index has caught up, direct reads, lists, search hits with their count and facets,
 * and explanations agree exactly with the policy, and what is not readable looks like what is not there. {@code
 * AccessFilterTest} and {@code PolicyAndWallTest} draw far more callers on filter and wall alone.
 */
@QuarkusTest
@Tag("it")
class OnePolicyTest {
    private static final long SEED = 20_261_130;
    private static final int ROUNDS = 1;

    @Inject
    ClosedRecords closed;

    @Inject
    AccessPolicy policy;

    @Test
    void everyWayToARecordAgreesWithThePolicy() throws Exception {
        try (PolicyWorld world = new PolicyWorld(SEED, closed)) {
            world.fill();
            int readable = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (String user : PolicyWorld.CAST) {
                    readable += agrees(world, user, world.drawn(user));
                    readable += agreesDeclaring(world, user);
                }
            }
            assertThat(readable).as("the property was not tried on nothing").isGreaterThan(40);
        }
    }

    /** Every request of theirs declares a purpose, which their roles may serve or not. */
    private int agreesDeclaring(PolicyWorld world, String user) throws Exception {
        Purpose purpose = world.one(List.of(Purpose.values()));
        Principal caller = world.drawn(user).actingFor(purpose);
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader(Purpose.HEADER, purpose.code())
                .build();
        try {
            return agrees(world, user, caller);
        } finally {
            RestAssured.requestSpecification = null;
        }
    }

    private int agrees(PolicyWorld world, String user, Principal caller) {
        String who = "seed " + SEED + ": " + user + " as " + caller.roles() + ", " + caller.clearance() + ", "
                + caller.compartments() + ", " + caller.service() + ", without " + caller.setAside();
        Set<String> listed = ids(world.made().stream().filter(made -> permits(caller, AccessIntent.LIST, made)));
        found(world, user, who, listed);
        for (RecordKind kind : PolicyWorld.KINDS) {
            Set<String> ofKind = ids(world.of(kind));
            assertThat(Records.listed(user, PolicyWorld.path(kind)).stream().filter(ofKind::contains))
                    .as("%s lists %s", who, kind)
                    .containsExactlyInAnyOrderElementsOf(
                            listed.stream().filter(ofKind::contains).toList());
            reads(world.of(kind).toList(), kind, user, who, caller);
        }
        return listed.size();
    }

    private void found(PolicyWorld world, String user, String who, Set<String> listed) {
        JsonPath found = Found.search(user, Map.of("q", world.word(), "limit", 200, "facets", "kind"))
                .jsonPath();
        assertThat(found.<String>getList("hits.id")).as("%s finds", who).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(found.getInt("total.value")).as(who).isEqualTo(listed.size());
        List<Integer> counts = found.getList("facets.kind.count"); // absent for whom no kind is
        assertThat(counts == null ? 0 : counts.stream().mapToInt(count -> count).sum())
                .as(who)
                .isEqualTo(listed.size());
    }

    private void reads(List<Made> records, RecordKind kind, String user, String who, Principal caller) {
        String none = UUID.randomUUID().toString();
        Map<String, String> absent = seen(as(user).get(PolicyWorld.path(kind, none)));
        Map<String, String> unknown = seen(explained(user, kind, none));
        for (Made made : records) {
            String what = who + " and " + made;
            Response read = as(user).get(PolicyWorld.path(kind, made.id()));
            if (permits(caller, AccessIntent.READ, made)) {
                assertThat(read.statusCode()).as(what).isEqualTo(200);
            } else {
                assertThat(seen(read)).as(what).isEqualTo(absent);
            }
            Response explained = explained(user, kind, made.id());
            if (knows(caller, made)) {
                assertThat(explained.statusCode()).as(what).isEqualTo(200);
                assertThat(explained.<Boolean>path("permitted"))
                        .as(what)
                        .isEqualTo(permits(caller, AccessIntent.REVISE, made));
            } else {
                assertThat(seen(explained)).as(what).isEqualTo(unknown);
            }
        }
    }

    /** The disclosure officer is the one exception: what the body holds stands in the register. */
    private boolean knows(Principal caller, Made made) {
        boolean registered = policy.mayReadRegister(caller)
                && made.kind() == RecordKind.ITEM
                && (made.owner().equals(caller.organisation()) || made.sharedWith(caller.organisation()));
        return registered || permits(caller, AccessIntent.LIST, made) || permits(caller, AccessIntent.READ, made);
    }

    private boolean permits(Principal caller, AccessIntent intent, Made made) {
        return policy.decide(caller, intent, made.guarded(), made.sharedWith(caller.organisation()))
                .permitted();
    }

    private static Response explained(String user, RecordKind kind, String id) {
        return as(user).queryParams("kind", kind.code(), "id", id, "intent", "revise")
                .get("/api/v1/access/explain");
    }

    private static Set<String> ids(Stream<Made> records) {
        return records.map(Made::id).collect(Collectors.toSet());
    }

    /** Status, headers and body, without what names the request. */
    private static Map<String, String> seen(Response answer) {
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
