package org.aletheia.reparations.rest;

import static org.aletheia.reparations.rest.ClaimFiles.FILER;
import static org.aletheia.reparations.rest.ClaimFiles.OFFICER;
import static org.aletheia.reparations.rest.ClaimFiles.body;
import static org.aletheia.reparations.rest.ClaimFiles.deliver;
import static org.aletheia.reparations.rest.ClaimFiles.grant;
import static org.aletheia.reparations.rest.ClaimFiles.money;
import static org.aletheia.reparations.rest.ClaimFiles.step;
import static org.aletheia.reparations.rest.ClaimFiles.underDecision;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong with a body is told all at once, each with its code and place. */
@QuarkusTest
@Tag("it")
class ClaimFindingsTest {
    @Test
    void aClaimBodyIsChecked() {
        Map<String, Object> wrong = body(Records.victim(FILER));
        wrong.put("facts", List.of("abducted-by-nobody"));
        wrong.put("harmDate", "yesterday");
        wrong.put("categories", List.of(Map.of("list", "icc-crime", "code", "RS-6(a)")));
        wrong.put(
                "losses",
                List.of(
                        Map.of("head", "income", "amount", money(new BigDecimal("1.5"), "EUR")),
                        Map.of("head", "business", "amount", money(1, "EURO")),
                        Map.of("head", "legal-cost", "amount", money(-1, "EUR")),
                        Map.of("head", "funeral-cost", "amount", Map.of("amount", 1)),
                        Map.of("head", "support", "property", "8000")));
        wrong.put("urgency", "impatience");
        wrong.put("payout", "DE89 3704 0044 0532 0130 00");
        post(FILER, "reparation-claims", wrong)
                .statusCode(400)
                .body(
                        "findings.pointer",
                        contains(
                                "/categories/0/list",
                                "/facts/0",
                                "/harmDate",
                                "/losses/0/amount/amount",
                                "/losses/1/amount",
                                "/losses/2/amount",
                                "/losses/3/amount/currency",
                                "/losses/4/property",
                                "/urgency",
                                "/payout"))
                .body(
                        "findings.code",
                        contains(
                                "list-unknown",
                                "code-unknown",
                                "edtf-form",
                                "amount-whole",
                                "currency",
                                "amount-range",
                                "required",
                                "property-mark",
                                "code-unknown",
                                "vault-reference"));
    }

    @Test
    void stepsAreChecked() {
        String id = underDecision(body(Records.victim(FILER)));
        step(OFFICER, id, "bless")
                .statusCode(400)
                .body("findings.pointer", contains("/step"))
                .body("findings.code", contains("step-unknown"))
                .body("findings[0].allowed", hasItem("decide"));
        step(
                        OFFICER,
                        id,
                        "ask-to-cure",
                        Map.of("missing", List.of("police-report"), "deadline", "5 March", "outcome", "granted"))
                .statusCode(400)
                .body("findings.pointer", contains("/outcome", "/missing/0", "/deadline"))
                .body("findings.code", contains("not-for-step", "requirement-unknown", "day-form"));
        step(OFFICER, id, "ask-to-cure", Map.of("missing", List.of("account"), "deadline", "2020-01-01"))
                .statusCode(400)
                .body("findings.pointer", contains("/deadline"))
                .body("findings.code", contains("deadline-passed"));
        Map<String, Object> rate = Map.of("from", "UAH", "to", "EUR", "rate", "0.00", "on", "2026-02-30");
        Map<String, Object> assessment = Map.of(
                "currency", "EUR",
                "losses", List.of(Map.of("loss", 0, "amount", money(1, "USD"))),
                "rates", List.of(rate));
        post(OFFICER, "reparation-claims/" + id + "/computations", assessment)
                .statusCode(400)
                .body("findings.pointer", contains("/rates/0/rate", "/rates/0/on"))
                .body("findings.code", contains("rate-form", "day-form"));
        Map<String, Object> noRate =
                Map.of("currency", "EUR", "losses", List.of(Map.of("loss", 0, "amount", money(1, "USD"))));
        post(OFFICER, "reparation-claims/" + id + "/computations", noRate)
                .statusCode(400)
                .body("findings.pointer", contains("/rates"))
                .body("findings.code", contains("rate-missing"));
    }

    @Test
    void entriesOfTheLedgerAreChecked() {
        String id = underDecision(body(Records.victim(FILER)));
        step(OFFICER, id, "decide", grant(100)).statusCode(200);
        deliver(OFFICER, id, Map.of("kind", "promised", "award", 1, "on", "2026-03-05"))
                .statusCode(400)
                .body("findings.pointer", contains("/kind"))
                .body("findings.code", contains("delivery-kind-unknown"));
        deliver(OFFICER, id, Map.of("kind", "reported", "on", "2026", "reason", "because"))
                .statusCode(400)
                .body("findings.pointer", contains("/award", "/on", "/reason"))
                .body("findings.code", contains("required", "day-form", "code-unknown"));
        deliver(OFFICER, id, Map.of("kind", "reported", "award", 1, "amount", money(101, "EUR"), "on", "2026-03-05"))
                .statusCode(400)
                .body("findings.pointer", contains("/amount"))
                .body("findings.code", contains("delivery-exceeds-award"));
    }
}
