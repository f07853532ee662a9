package org.aletheia.reparations.rest;

import static org.aletheia.reparations.rest.ClaimFiles.CLAIMS;
import static org.aletheia.reparations.rest.ClaimFiles.FILER;
import static org.aletheia.reparations.rest.ClaimFiles.OFFICER;
import static org.aletheia.reparations.rest.ClaimFiles.award;
import static org.aletheia.reparations.rest.ClaimFiles.body;
import static org.aletheia.reparations.rest.ClaimFiles.shared;
import static org.aletheia.reparations.rest.ClaimFiles.tag;
import static org.aletheia.reparations.rest.ClaimFiles.underDecision;
import static org.aletheia.testing.Records.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One decision on many claims. */
@QuarkusTest
@Tag("it")
class ClaimBatchTest {
    @Test
    void eachIsDecidedOrRefusedByItselfAndNeverTwice() {
        String one = underDecision(body(Records.victim(FILER)));
        String draft = shared(body(Records.victim(FILER)));
        String unseen = Records.create(FILER, "reparation-claims", body(Records.victim(FILER)));
        UUID batch = UUID.randomUUID();
        put(OFFICER, batch, decision(false, one, draft, unseen))
                .statusCode(200)
                .body("results.claim", contains(one, draft, unseen))
                .body("results.result", contains("decided", "refused", "refused"))
                .body("results[1].code", equalTo("state-refused"))
                .body("results[1].findings[0].code", equalTo("step-not-possible"))
                .body("results[2].code", equalTo("not-found"));
        String after = tag(one);
        put(OFFICER, batch, decision(false, one, draft, unseen))
                .body("results.result", contains("already-decided", "refused", "refused"));
        get(FILER, CLAIMS + one)
                .header("ETag", equalTo(after))
                .body("status", equalTo("decided"))
                .body("proceedings.rulings", hasSize(1))
                .body("proceedings.rulings[0].batch", equalTo(batch.toString()));
        Map<String, Object> otherwise = decision(false, one);
        otherwise.put("outcome", "not-granted");
        put(OFFICER, batch, otherwise)
                .body("results[0].result", equalTo("refused"))
                .body("results[0].findings[0].pointer", equalTo("/outcome"))
                .body("results[0].findings[0].code", equalTo("batch-decided-otherwise"));
    }

    @Test
    void allOrNothingIsNothingWhereOneIsRefused() {
        String one = underDecision(body(Records.victim(FILER)));
        String two = underDecision(body(Records.victim(FILER)));
        String draft = shared(body(Records.victim(FILER)));
        UUID batch = UUID.randomUUID();
        put(OFFICER, batch, decision(true, one, draft, two))
                .statusCode(200)
                .body("results.result", contains("not-applied", "refused", "not-applied"));
        get(FILER, CLAIMS + one).body("status", equalTo("under-decision")).body("proceedings.rulings", equalTo(null));
        put(OFFICER, batch, decision(true, one, two)).body("results.result", contains("decided", "decided"));
        put(OFFICER, batch, decision(true, one, two))
                .body("results.result", contains("already-decided", "already-decided"));
    }

    @Test
    void onlyOfficersDecide() {
        String one = underDecision(body(Records.victim(FILER)));
        for (String user : List.of(FILER, "case-team", "investigator", "auditor")) {
            put(user, UUID.randomUUID(), decision(false, one))
                    .statusCode(200)
                    .body("results[0].code", equalTo("not-found"));
        }
        get(FILER, CLAIMS + one).body("status", equalTo("under-decision"));
    }

    @Test
    void aBatchSaysWhichRevisionItIsBasedOnAndIsWellFormed() {
        String one = underDecision(body(Records.victim(FILER)));
        Map<String, Object> stale = decision(false);
        stale.put("claims", List.of(Map.of("claim", one, "revision", "\"r1\"", "awards", List.of(award(5)))));
        put(OFFICER, UUID.randomUUID(), stale).body("results[0].code", equalTo("precondition-failed"));
        put(OFFICER, UUID.randomUUID(), decision(false))
                .statusCode(400)
                .body("findings[0].pointer", equalTo("/claims"))
                .body("findings[0].code", equalTo("required"));
        put(OFFICER, UUID.randomUUID(), decision(false, one, one, "x"))
                .statusCode(400)
                .body("findings.pointer", contains("/claims/1/claim", "/claims/2/claim"))
                .body("findings.code", contains("repeated", "id"));
        Map<String, Object> without = decision(false, one);
        without.remove("outcome");
        without.put("reasons", List.of("nonsense"));
        put(OFFICER, UUID.randomUUID(), without)
                .body("results[0].findings.pointer", contains("/reasons/0", "/outcome"))
                .body("results[0].findings.code", contains("code-unknown", "required"));
        get(FILER, CLAIMS + one).body("proceedings.rulings", equalTo(null)).body("warnings", empty());
    }

    private static Map<String, Object> decision(boolean all, String... claims) {
        Map<String, Object> body = new HashMap<>();
        body.put("allOrNothing", all);
        body.put("outcome", "granted");
        body.put("reasons", List.of("requirements-met"));
        body.put(
                "claims",
                Arrays.stream(claims)
                        .map(claim -> Map.of("claim", claim, "awards", List.of(award(1000))))
                        .toList());
        return body;
    }

    private static ValidatableResponse put(String user, UUID batch, Map<String, Object> body) {
        return Enrolment.as(user)
                .body(body)
                .put("/api/v1/reparation-claims/decision-batches/" + batch)
                .then();
    }
}
