package org.aletheia.evidence.rest;

import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.evidence.rest.Evidence.deposit;
import static org.aletheia.evidence.rest.Evidence.put;
import static org.aletheia.evidence.rest.Evidence.reprDigest;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aletheia.evidence.store.ExpiredDeposits;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a deposit is open, to whom, and what it answers once it is filled. */
@QuarkusTest
@Tag("it")
class DepositLifeIT {
    private static final byte[] CONTENT = bytes("what the camera saw");
    private static final String HELD =
            "select count(*) from deposit where id = ? and expires_at > now() + interval '1 hour'";

    @Inject
    ExpiredDeposits expired;

    @Test
    void theSameBytesAgainGetTheSameAnswer() {
        String deposit = deposit("documenter");
        String first = Evidence.fill("documenter", deposit, CONTENT);
        put("documenter", deposit, CONTENT).then().statusCode(200).body("id", equalTo(first));
        put("documenter", deposit, bytes("others")).then().statusCode(409).body("code", equalTo("deposit-closed"));
        put("documenter", deposit, CONTENT, reprDigest(bytes("others"))).then().statusCode(422);
        assertThat(Kept.rows("select count(*) from item where id = ?", UUID.fromString(first)))
                .isEqualTo(1);
    }

    @Test
    void parallelUploadsToOneDepositMakeOneItem() throws Exception {
        String submission = Evidence.submission("documenter");
        String deposit = deposit("documenter", submission, Map.of());
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return put("documenter", deposit, CONTENT);
                    }))
                    .toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            List<String> items = new ArrayList<>();
            for (Future<Response> answer : answers) {
                statuses.add(answer.get().statusCode());
                items.add(answer.get().path("id"));
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(items.stream().distinct()).hasSize(1);
        }
        assertThat(Kept.rows("select count(*) from item where submission = ?", UUID.fromString(submission)))
                .isEqualTo(1);
    }

    @Test
    void anExpiredDepositTakesNothing() {
        String deposit = deposit("documenter");
        Kept.change("update deposit set expires_at = now() where id = ?", UUID.fromString(deposit));
        put("documenter", deposit, CONTENT).then().statusCode(410).body("code", equalTo("deposit-expired"));
    }

    /** On a line that needs days: what counts is when the bytes began. */
    @Test
    void anUploadThatBeganInTimeMayEndLater() throws Exception {
        String deposit = deposit("documenter");
        UUID id = UUID.fromString(deposit);
        Kept.change("update deposit set expires_at = now() + interval '1 minute' where id = ?", id);
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("PUT /api/v1/deposits/" + deposit
                    + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("documenter")
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + CONTENT.length + "\r\n\r\n"));
            out.write(CONTENT, 0, 5);
            out.flush();
            await().atMost(Duration.ofSeconds(60)).until(() -> Kept.rows(HELD, id) == 1);
            expired.remove(Instant.now().plus(Duration.ofMinutes(2)), Duration.ofDays(7));
            out.write(CONTENT, 5, CONTENT.length - 5);
            out.flush();
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 201");
        }
    }

    /** Whoever lost the answer asks again, perhaps after the deposit's own time. */
    @Test
    void aFilledDepositAnswersTheSameForAWeekAfterItsTime() {
        String deposit = deposit("documenter");
        String item = Evidence.fill("documenter", deposit, CONTENT);
        age(deposit, "6 days");
        put("documenter", deposit, CONTENT).then().statusCode(200).body("id", equalTo(item));
        age(deposit, "8 days");
        put("documenter", deposit, CONTENT).then().statusCode(404);
        as("documenter").get("/api/v1/items/" + item).then().statusCode(200);
    }

    private void age(String deposit, String since) {
        Kept.change(
                "update deposit set expires_at = now() - '" + since + "'::interval where id = ?",
                UUID.fromString(deposit));
        expired.remove(Instant.now(), Duration.ofDays(7));
    }

    @Test
    void whoeverLostTheWritingRoleFillsNothing() {
        String deposit = deposit("documenter");
        String filled = deposit("documenter");
        Evidence.fill("documenter", filled, CONTENT);
        UUID member = Enrolment.member("documenter");
        Kept.change("update member set roles = '{auditor}' where id = ?", member);
        try {
            put("documenter", deposit, CONTENT).then().statusCode(403);
            put("documenter", filled, CONTENT).then().statusCode(200);
            Kept.change("update member set roles = '{administrator}' where id = ?", member);
            put("documenter", filled, CONTENT).then().statusCode(404);
        } finally {
            Kept.change("update member set roles = '{documenter}' where id = ?", member);
        }
        assertThat(Kept.rows(
                        "select count(*) from deposit where id = ? and item is not null", UUID.fromString(deposit)))
                .isZero();
    }

    @Test
    void theSameAnswerAgainIsARead() {
        String deposit = deposit("documenter");
        String item = Evidence.fill("documenter", deposit, CONTENT);
        assertThat(Kept.views(item)).isZero();
        put("documenter", deposit, CONTENT).then().statusCode(200);
        assertThat(Kept.views(item)).isEqualTo(1);
    }

    @Test
    void onlyTheDepositorSeesADeposit() {
        String deposit = deposit("documenter");
        for (String other : List.of("documenter2", "investigator", "auditor", "admin")) {
            as(other).get("/api/v1/deposits/" + deposit).then().statusCode(404);
            put(other, deposit, CONTENT).then().statusCode(404);
        }
    }

    @Test
    void nothingIsTakenWithoutASubmissionOfOnesOwn() {
        String submission = Evidence.submission("documenter");
        as("documenter2")
                .body(Evidence.metadata(Map.of()))
                .post("/api/v1/submissions/" + submission + "/deposits")
                .then()
                .statusCode(404);
        as("auditor")
                .body(Evidence.SUBMISSION)
                .post("/api/v1/submissions")
                .then()
                .statusCode(403);
        as("admin").body(Evidence.SUBMISSION).post("/api/v1/submissions").then().statusCode(403);
    }
}
