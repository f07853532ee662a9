package org.aletheia.testimony.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.aletheia.evidence.anonymous.Stranger;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.testimony.door.store.DoorSecretTable;
import org.aletheia.testing.CountedStatements;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever keeps a door shut costs the same: the same keyed hashes, and the same statements in the same order. What is counted
 * tells more than a stopwatch, whose times are those of the machine on which the tests run.
 */
@QuarkusTest
@Tag("it")
class ShutDoorsTest {
    private static final String SUPPORT = "victims-org";
    private static final String WORD = Stranger.WORD;
    private static final String ANOTHER_WORD = "Green Kite";
    private static final int HEARD_BY_CODE = 5;

    @Inject
    AgroalDataSource records;

    @Inject
    @DataSource("vault")
    AgroalDataSource vault;

    @Inject
    UnitKeys keys;

    @Inject
    DoorSecretTable secret;

    private final CountedStatements statements = new CountedStatements();
    private final AtomicInteger hashes = new AtomicInteger();

    /** What one attempt cost. */
    private record Cost(int hashes, List<String> statements) {}

    @BeforeEach
    void listen() {
        Enrolment.organisation("Victims Association");
        statements.at(records).at(vault);
        QuarkusMock.installMockForType(
                new DoorKeys(keys, secret) {
                    @Override
                    public byte[] locator(DoorCode code) {
                        hashes.incrementAndGet();
                        return super.locator(code);
                    }

                    @Override
                    public byte[] proof(DoorCode code, DoorWord word) {
                        hashes.incrementAndGet();
                        return super.proof(code, word);
                    }
                },
                DoorKeys.class);
    }

    @Test
    void whateverKeepsAnAnonymousDoorShut() throws SQLException {
        Stranger waiting = Stranger.any();
        waiting.leaves("Something", Map.of());
        Stranger late = Stranger.any();
        String expired = late.leaves("Too late", Map.of());
        Database.owner("update vault.anonymous_code set valid_until = now() where deposit = '" + expired + "'");
        Stranger changed = Stranger.any();
        changed.leaves("Taken back", Map.of());
        changed.act("take-back");
        Stranger guessed = Stranger.any();
        guessed.leaves("Guessed at", Map.of());
        for (int i = 0; i < HEARD_BY_CODE; i++) {
            Stranger.any().opens(guessed.code(), ANOTHER_WORD);
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        costs.put("another word", tried(true, waiting.code(), ANOTHER_WORD, false));
        costs.put("unknown", tried(true, DoorCode.random().text(), WORD, false));
        costs.put("past its time", tried(true, late.code(), WORD, false));
        costs.put("past its time, another word", tried(true, late.code(), ANOTHER_WORD, false));
        costs.put("taken back", tried(true, changed.code(), WORD, false));
        costs.put("too many attempts", tried(true, guessed.code(), WORD, false));
        costs.put("too many attempts, another word", tried(true, guessed.code(), ANOTHER_WORD, false));
        assertAlike(costs);
        Cost open = tried(true, waiting.code(), WORD, true);
        assertThat(open.statements)
                .as("what is counted is what is asked")
                .hasSizeGreaterThan(first(costs).statements.size());
    }

    @Test
    void whateverKeepsASurvivorsDoorShut() throws SQLException {
        Given standing = door();
        Given ended = door();
        Enrolment.as(SUPPORT).delete("/api/v1/doors/" + ended.door).then().statusCode(204);
        Given replaced = door();
        String replacement = Enrolment.as(SUPPORT)
                .header("If-Match", "\"r1\"")
                .body(Map.of("word", WORD))
                .post("/api/v1/doors/" + replaced.door + "/replacement")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        Given late = door();
        Database.owner("update door set content = jsonb_set(content, '{validUntil}', '\"2026-01-01T00:00:00Z\"')"
                + " where id = '" + late.door + "'");
        Given guessed = door();
        for (int i = 0; i < HEARD_BY_CODE; i++) {
            Visitor.any().opens(guessed.code, ANOTHER_WORD);
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        costs.put("another word", tried(false, standing.code, ANOTHER_WORD, false));
        costs.put("unknown", tried(false, DoorCode.random().text(), WORD, false));
        costs.put("ended", tried(false, ended.code, WORD, false));
        costs.put("ended, another word", tried(false, ended.code, ANOTHER_WORD, false));
        costs.put("past its time", tried(false, late.code, WORD, false));
        costs.put("replaced", tried(false, replaced.code, WORD, false));
        costs.put("too many attempts", tried(false, guessed.code, WORD, false));
        costs.put("too many attempts, another word", tried(false, guessed.code, ANOTHER_WORD, false));
        assertAlike(costs);
        assertThat(tried(false, replacement, WORD, true).statements)
                .as("what is counted is what is asked")
                .hasSizeGreaterThan(first(costs).statements.size());
    }

    private static void assertAlike(Map<String, Cost> costs) {
        Cost first = first(costs);
        assertThat(first.hashes).as("locator and proof").isEqualTo(2);
        assertThat(first.statements).as("the code, and the record of it").hasSizeGreaterThanOrEqualTo(2);
        costs.forEach((why, cost) -> assertThat(cost).as(why).isEqualTo(first));
    }

    private static Cost first(Map<String, Cost> costs) {
        return costs.values().iterator().next();
    }

    /** From an address of its own. */
    private Cost tried(boolean anonymous, String code, String word, boolean opens) {
        statements.clear();
        hashes.set(0);
        BooleanSupplier attempt = anonymous
                ? () -> Stranger.any().opens(code, word)
                : () -> Visitor.any().opens(code, word);
        assertThat(attempt.getAsBoolean()).as("opened").isEqualTo(opens);
        return new Cost(hashes.get(), statements.ofRequestWith("where locator = ?"));
    }

    private record Given(String door, String code) {}

    private static Given door() {
        String victim = Records.victim(SUPPORT);
        JsonPath given = Records.post(SUPPORT, "doors", Map.of("subject", Testimony.victim(victim), "word", WORD))
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Given(given.getString("id"), given.getString("code"));
    }
}
