package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Followers;
import org.aletheia.testing.AdminDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A closure holds from its commit on, whatever the index knows; and is lifted everywhere. */
@QuarkusTest
@Tag("it")
class ClosedRecordsTest {
    @Inject
    ClosedRecords closed;

    @Inject
    Followers followers;

    @Test
    void aClosureExcludesAtOnceWithTheIndexerStopped() throws Exception {
        String word = word();
        String incident = Found.incident("investigator", "convoy " + word);
        await(() -> ids("case-team", word).contains(incident));
        followers.pause();
        try {
            closed.close(RecordKind.INCIDENT, incident, ClosureGround.CONSENT_WITHDRAWN, null);
            for (String user : new String[] {"investigator", "case-team", "auditor", "counsel"}) {
                search(user, Map.of("q", word, "facets", "kind"))
                        .then()
                        .body("hits", empty())
                        .body("total.value", equalTo(0))
                        .body("facets.kind", empty());
            }
            as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(404);
            as("counsel").get("/api/v1/incidents/" + incident).then().statusCode(200);
        } finally {
            followers.resume();
        }
    }

    @Test
    void whoRulesOnItFindsItAndWhenItIsOpenAgainTheOthersDo() throws Exception {
        String word = word();
        String incident = Found.incident("investigator", "convoy " + word);
        await(() -> ids("case-team", word).contains(incident));
        assertThat(ids("counsel", word)).as("open records are not counsel's").isEmpty();

        closed.close(RecordKind.INCIDENT, incident, ClosureGround.PRIVILEGE, null);
        await(() -> ids("counsel", word).contains(incident));
        assertThat(ids("case-team", word)).isEmpty();
        assertThat(AdminDatabase.column(
                        "select 1 from restriction_pending where record_id = ? and indexed_at is null",
                        UUID.fromString(incident)))
                .isEmpty();

        closed.reopen(RecordKind.INCIDENT, incident, ClosureGround.PRIVILEGE);
        as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(200);
        await(() -> ids("case-team", word).contains(incident));
        await(() -> ids("counsel", word).isEmpty());
    }

    @Test
    void aClosureEndsByItselfAndNotBeforeItsTime() throws Exception {
        String word = word();
        String incident = Found.incident("investigator", "convoy " + word);
        await(() -> ids("case-team", word).contains(incident));
        Instant end = Instant.now().plus(Duration.ofSeconds(4));
        closed.close(RecordKind.INCIDENT, incident, ClosureGround.PROTECTION_INTEREST, end);
        assertThat(ids("case-team", word)).isEmpty();
        await(() -> ids("case-team", word).contains(incident));
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(200);
    }

    @Test
    void closingTwiceIsOnceAndALaterEndIsTheEnd() {
        String incident = Found.incident("investigator", "once");
        closed.close(
                RecordKind.INCIDENT,
                incident,
                ClosureGround.PRIVILEGE,
                Instant.now().minusSeconds(1));
        as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(200);
        for (int i = 0; i < 2; i++) {
            closed.close(RecordKind.INCIDENT, incident, ClosureGround.PRIVILEGE, null);
            as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(404);
        }
        assertThat(AdminDatabase.column(
                        "select id from closure where record_id = ? and ended_at is null", UUID.fromString(incident)))
                .hasSize(1);
        closed.reopen(RecordKind.INCIDENT, incident, ClosureGround.CONSENT_LIMITS);
        as("investigator").get("/api/v1/incidents/" + incident).then().statusCode(404);
    }

    @Test
    void whatIsNotThereIsNotClosed() {
        assertThatThrownBy(() ->
                        closed.close(RecordKind.INCIDENT, UUID.randomUUID().toString(), ClosureGround.PRIVILEGE, null))
                .hasStackTraceContaining("owner_org");
    }
}
