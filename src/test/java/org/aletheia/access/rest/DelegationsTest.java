package org.aletheia.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who lets whom hand in: given by those who may share, for a time, listed on both sides, ended at once. */
@QuarkusTest
@Tag("it")
class DelegationsTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(30));

    @Test
    void whoMayShareWhatIsHandedInLetsAnotherHandIn() {
        for (String other : List.of("investigator", "case-team", "auditor", "counsel", "protection-officer", "admin")) {
            Delegating.ask(other, "Field Team", null, LATER).statusCode(403);
        }
        try (Delegating given = Delegating.to("victims-org", "Field Team Two", List.of("item"), soon())) {
            Map<String, Object> own = Records.listedEntry("victims-org", "delegations", given.id());
            assertThat(own)
                    .containsEntry(
                            "owner",
                            Enrolment.organisation("Victims Association").toString())
                    .containsEntry(
                            "delegate", Enrolment.organisation("Field Team Two").toString())
                    .containsEntry("kinds", List.of("item"))
                    .containsEntry("givenBy", Enrolment.member("victims-org").toString())
                    .doesNotContainKey("endedAt");
            assertThat(Records.listedEntry("documenter2", "delegations/held", given.id()))
                    .as("who of them gave it is not told")
                    .containsEntry("kinds", List.of("item"))
                    .doesNotContainKey("givenBy");
            for (String stranger : List.of("documenter", "investigator", "auditor")) {
                assertThat(Records.listed(stranger, "delegations")).doesNotContain(given.id());
                assertThat(Records.listed(stranger, "delegations/held")).doesNotContain(given.id());
            }
            assertThat(Records.listed("documenter2", "delegations")).doesNotContain(given.id());
            assertThat(Records.listed("victims-org", "delegations/held")).doesNotContain(given.id());
        }
    }

    @Test
    void onlyWhoGaveItEndsItOnceAndTheLogHasBoth() {
        Delegating given = Delegating.to("victims-org", "Field Team Two");
        Records.get("documenter2", "delegations/held").statusCode(200);
        for (String other : List.of("documenter2", "documenter")) {
            Enrolment.as(other)
                    .delete("/api/v1/delegations/" + given.id())
                    .then()
                    .statusCode(404);
        }
        Enrolment.as("investigator")
                .delete("/api/v1/delegations/" + given.id())
                .then()
                .statusCode(403);
        given.end().statusCode(204);
        given.end().statusCode(404);
        assertThat(Records.listedEntry("victims-org", "delegations", given.id()))
                .containsKey("endedAt");
        assertThat(AdminDatabase.eventsOf(Enrolment.organisation("Victims Association")))
                .containsSubsequence("GOV-DELEGATION-GIVEN", "GOV-DELEGATION-ENDED");
        Records.post("victims-org", "delegations", Map.of()).statusCode(400);
        Enrolment.as("victims-org")
                .delete("/api/v1/delegations/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void betweenTwoThereIsOneAtATimeAndWhatEndedIsNotInTheWay() {
        try (Delegating given = Delegating.to("victims-org", "Field Team Two")) {
            assertThat(given.id()).isNotEmpty();
            Delegating.ask("victims-org", "Field Team Two", null, soon()).statusCode(409);
            try (Delegating another = Delegating.to("victims-org", "Field Team")) {
                assertThat(another.id()).isNotEqualTo(given.id());
            }
        }
        Instant moment = Instant.now().plus(Duration.ofSeconds(1));
        try (Delegating brief = Delegating.to("victims-org", "Field Team Two", null, moment)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(moment.plusSeconds(1)));
            brief.end().statusCode(404);
        }
        try (Delegating anew = Delegating.to("victims-org", "Field Team Two")) {
            assertThat(anew.id()).isNotEmpty();
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtOnce() {
        Records.post("victims-org", "delegations", Map.of("kinds", List.of("planet", "incident")))
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/delegate", "/until", "/kinds/0", "/kinds/1"))
                .body("findings.code", containsInAnyOrder("required", "required", "kind-unknown", "not-handed-in"));
        Delegating.ask("victims-org", "Victims Association", null, soon())
                .statusCode(400)
                .body("findings.pointer", contains("/delegate"))
                .body("findings.code", contains("not-another-member-organisation"));
        Records.post("victims-org", "delegations", Map.of("delegate", UUID.randomUUID(), "until", soon().toString()))
                .statusCode(400)
                .body("findings.code", contains("not-another-member-organisation"));
        Delegating.ask("victims-org", "Field Team", null, Instant.parse("2001-01-01T00:00:00Z"))
                .statusCode(400)
                .body("findings.code", contains("in-the-past"));
        Delegating.ask("victims-org", "Field Team", null, Instant.parse("2999-01-01T00:00:00Z"))
                .statusCode(400)
                .body("findings.code", contains("too-long"));
        Delegating.ask("victims-org", "Field Team", List.of(), soon())
                .statusCode(400)
                .body("findings.pointer", contains("/kinds"));
    }

    @Test
    void listsComeInPages() {
        try (Delegating one = Delegating.to("victims-org", "Field Team");
                Delegating two = Delegating.to("victims-org", "Field Team Two")) {
            assertThat(Records.listed("victims-org", "delegations")).containsSubsequence(one.id(), two.id());
            Records.get("victims-org", "delegations?limit=1")
                    .body("items", hasSize(1))
                    .body("next", notNullValue());
            Records.get("admin", "delegations")
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("next", nullValue());
            Records.get("admin", "delegations/held").body("items.size()", equalTo(0));
        }
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }
}
