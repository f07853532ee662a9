package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A share of a submission begins and ends for all of its items: seen or unseen by whom, many, and those under way. */
@QuarkusTest
@Tag("it")
class SharedSubmissionIT {
    @Test
    void anEndReachesTheItemsThatWhoEndsCannotSee() throws SQLException {
        String submission = Evidence.submission("documenter");
        String item = upload(submission);
        String share = share("submission", submission).path("id");
        Database.owner("update item set classification = 'TLP:RED', compartments = '{hidden}' where id = '%s'"
                .formatted(item));
        as("documenter").get("/api/v1/items/" + item).then().statusCode(404);

        end(share);
        assertThat(standing(item)).isZero();
        assertThat(AdminDatabase.column(
                        "select organisation::text from restriction_pending where record_id = ?",
                        UUID.fromString(item)))
                .containsExactly(Enrolment.organisation("Commission").toString());
        assertThat(AdminDatabase.eventsOf(UUID.fromString(item))).contains("GOV-SHARE-GIVEN", "GOV-SHARE-ENDED");
        Database.owner(
                "update item set classification = 'TLP:AMBER', compartments = '{}' where id = '%s'".formatted(item));
        as("investigator").get("/api/v1/items/" + item).then().statusCode(404);
    }

    @Test
    void anUploadUnderWayLeavesNoShareBehind() throws Exception {
        String submission = Evidence.submission("documenter");
        String deposit = Evidence.deposit("documenter", submission, Map.of());
        String share = share("submission", submission).path("id");
        try (Connection gate = AdminDatabase.connect();
                Statement statement = gate.createStatement()) {
            statement.execute("""
                    create or replace function pause_share() returns trigger language plpgsql as
                    $$ begin perform pg_advisory_xact_lock_shared(4711); return null; end $$""");
            statement.execute("""
                    create constraint trigger pause_share after insert on share initially deferred
                    for each row execute function pause_share()""");
            statement.execute("select pg_advisory_lock(4711)");
            try {
                CompletableFuture<Response> upload =
                        CompletableFuture.supplyAsync(() -> Evidence.put("documenter", deposit, bytes("late")));
                await("select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and not granted");
                CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> end(share));
                Thread.sleep(500);
                statement.execute("select pg_advisory_unlock(4711)");
                String item = upload.join().then().statusCode(201).extract().path("id");
                ending.join();
                assertThat(standing(item)).isZero();
                as("investigator").get("/api/v1/items/" + item).then().statusCode(404);
            } finally {
                statement.execute("select pg_advisory_unlock_all()");
                statement.execute("drop trigger pause_share on share");
            }
        }
    }

    /** One by one, so many took longer than a transaction may. */
    @Test
    void thousandsOfItemsAreSharedAndClosedAtOnce() throws SQLException {
        String submission = Evidence.submission("documenter");
        String item = upload(submission);
        Database.owner("""
                create temporary table more as
                    select i.* from item i, generate_series(1, 9999) where i.id = '%s';
                update more set id = gen_random_uuid(), object_id = gen_random_uuid();
                insert into item select * from more""".formatted(item));
        Response share = share("submission", submission);
        assertThat(standingOf(submission)).isEqualTo(10_000);
        as("investigator").get("/api/v1/items/" + item).then().statusCode(200);
        end(share.path("id"));
        assertThat(standingOf(submission)).isZero();
        Database.owner("delete from restriction_pending where record_id in"
                + " (select id from item where submission = '%s')".formatted(submission));
    }

    @Test
    void whatWasSharedByItselfStandsUntilThatIsEnded() {
        String submission = Evidence.submission("documenter");
        String item = upload(submission);
        Evidence.shareWithCommission(item);
        end(share("submission", submission).path("id"));
        as("investigator").get("/api/v1/items/" + item).then().statusCode(200);
    }

    @Test
    void anIncidentTakesItsActsAndTheirPartsAlongAndBack() {
        String incident = Records.incident("documenter");
        String act = Records.act("documenter", incident);
        String share = share("incident", incident).path("id");
        String later = Records.act("documenter", incident);
        for (String each : List.of(act, later)) {
            as("investigator").get("/api/v1/acts/" + each).then().statusCode(200);
        }
        end(share);
        for (String each : List.of(act, later)) {
            as("investigator").get("/api/v1/acts/" + each).then().statusCode(404);
        }
    }

    private static String upload(String submission) {
        String deposit = Evidence.deposit("documenter", submission, Map.of());
        return Evidence.fill("documenter", deposit, bytes("item of " + submission));
    }

    private static Response share(String kind, String record) {
        String grantee = Enrolment.organisation("Commission").toString();
        Response given = as("documenter")
                .body(Map.of("kind", kind, "record", record, "grantee", grantee))
                .post("/api/v1/shares");
        given.then().statusCode(201);
        return given;
    }

    private static void end(String share) {
        as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);
    }

    private static long standing(String record) {
        return count("select count(*) from share where record_id = ? and ended_at is null", record);
    }

    private static long standingOf(String submission) {
        return count(
                "select count(*) from share s join item i on i.id = s.record_id"
                        + " where i.submission = ? and s.ended_at is null",
                submission);
    }

    private static long count(String sql, String id) {
        return Long.parseLong(AdminDatabase.column(sql, UUID.fromString(id)).getFirst());
    }

    private static void await(String sql) throws InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        while (AdminDatabase.column(sql).isEmpty()) {
            assertThat(Instant.now()).as("waited for: " + sql).isBefore(latest);
            Thread.sleep(50);
        }
    }
}
