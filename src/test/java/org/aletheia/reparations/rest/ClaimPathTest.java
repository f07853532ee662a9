package org.aletheia.reparations.rest;

import static org.aletheia.reparations.rest.ClaimFiles.CLAIMS;
import static org.aletheia.reparations.rest.ClaimFiles.FILER;
import static org.aletheia.reparations.rest.ClaimFiles.OFFICER;
import static org.aletheia.reparations.rest.ClaimFiles.body;
import static org.aletheia.reparations.rest.ClaimFiles.deliver;
import static org.aletheia.reparations.rest.ClaimFiles.grant;
import static org.aletheia.reparations.rest.ClaimFiles.item;
import static org.aletheia.reparations.rest.ClaimFiles.letter;
import static org.aletheia.reparations.rest.ClaimFiles.money;
import static org.aletheia.reparations.rest.ClaimFiles.share;
import static org.aletheia.reparations.rest.ClaimFiles.step;
import static org.aletheia.reparations.rest.ClaimFiles.tag;
import static org.aletheia.reparations.rest.ClaimFiles.underDecision;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A claim from filing to delivery, by those who may and before those who may not. */
@QuarkusTest
@Tag("it")
class ClaimPathTest {
    private static final String DAY = "2026-03-05";

    @Test
    void aClaimIsFiledCuredDecidedAndDelivered() {
        String victim = Records.victim(FILER);
        String pseudonym = get(FILER, "victims/" + victim).extract().path("pseudonym");
        String id = Records.create(FILER, "reparation-claims", body(victim));
        get(FILER, CLAIMS + id)
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("warnings", empty())
                .body("possible", hasItem("submit"));
        get(OFFICER, CLAIMS + id).statusCode(404);
        share("reparation-claim", id);
        get(OFFICER, CLAIMS + id).statusCode(200);

        step(FILER, id, "submit").statusCode(200).body("status", equalTo("submitted"));
        step(FILER, id, "acknowledge").statusCode(404);
        step("investigator", id, "acknowledge").statusCode(404);
        String number = step(OFFICER, id, "acknowledge")
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("proceedings.number", matchesPattern("RC-20[0-9]{2}-[0-9]{6}"))
                .extract()
                .path("proceedings.number");
        assertThat(letter(FILER, id, "acknowledgement", "en")).contains(number, pseudonym, "<html lang=\"en\"");
        assertThat(letter(OFFICER, id, "acknowledgement", "ar"))
                .contains(number, "dir=\"rtl\"")
                .doesNotContain(pseudonym);

        cure(id);
        decide(id);
        deliverIt(id, victim);
        List<String> events = AdminDatabase.eventsOf(UUID.fromString(id));
        assertThat(events.stream().filter("RECORD-REVISED"::equals))
                .as("one event for each revision after the first")
                .hasSize(Integer.parseInt(tag(id).replaceAll("[^0-9]", "")) - 1);
    }

    private static void cure(String id) {
        Enrolment.as(FILER)
                .header("Accept-Language", "fr")
                .get("/api/v1/" + CLAIMS + id + "/sufficiency")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("categories[0].requirements.id", contains("identity", "ownership", "damage", "valuation"))
                .body("categories[0].requirements.met", contains(false, false, false, true))
                .body("categories[0].requirements[1].explanation", containsString("voisin"))
                .body("categories[0].requirements[2].accepts.way", hasItem("proof:picture"))
                .body("categories[0].requirements[2].accepts.label", hasItem("photo ou vidéo"));
        String deadline = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        step(OFFICER, id, "ask-to-cure", Map.of("missing", List.of("ownership", "damage"), "deadline", deadline))
                .statusCode(200)
                .body("status", equalTo("deficient"));
        assertThat(letter(FILER, id, "deficiency", "es"))
                .contains(deadline, "vecino", "fotografía o vídeo")
                .doesNotContain("claim-proof");
        step(OFFICER, id, "take-up")
                .statusCode(400)
                .body("findings[0].pointer", equalTo("/step"))
                .body("findings[0].code", equalTo("cure-time-running"));

        Map<String, Object> more = body(get(FILER, CLAIMS + id).extract().path("claimant"));
        String paper = item(FILER, "document");
        more.put(
                "proofs",
                List.of(
                        Map.of("kind", "bill-or-contract", "item", paper),
                        Map.of("kind", "account-of-another", "item", paper)));
        put(FILER, CLAIMS + id, tag(id), more).statusCode(200).body("status", equalTo("deficient"));
        step(FILER, id, "cure").statusCode(200).body("status", equalTo("acknowledged"));
        step(
                        FILER,
                        id,
                        "check",
                        Map.of(
                                "what",
                                "identity",
                                "outcome",
                                "passed-on-statement",
                                "means",
                                List.of("known-to-organisation"),
                                "items",
                                List.of(paper)))
                .statusCode(200)
                .body(
                        "proceedings.checks[0].by.member",
                        equalTo(Enrolment.member(FILER).toString()))
                .body("proceedings.checks[0].by.at", notNullValue());
        get(OFFICER, CLAIMS + id + "/sufficiency").body("complete", equalTo(true));
    }

    private static void decide(String id) {
        step(OFFICER, id, "take-up").statusCode(200).body("status", equalTo("under-decision"));
        put(FILER, CLAIMS + id, tag(id), body(get(FILER, CLAIMS + id).extract().path("claimant")))
                .statusCode(409)
                .body("code", equalTo("state-refused"))
                .body("findings[0].code", equalTo("claim-not-revisable"))
                .body("findings[0].possible", hasItem("decide"));
        step(
                        FILER,
                        id,
                        "settle",
                        Map.of(
                                "kind", "insurance",
                                "head", "immovable-property",
                                "amount", money(100_00, "EUR"),
                                "on", "2024"))
                .statusCode(200);
        Map<String, Object> assessment = Map.of(
                "currency", "EUR",
                "losses", List.of(Map.of("loss", 0, "amount", money(450_000_00, "UAH"))),
                "rates", List.of(Map.of("from", "UAH", "to", "EUR", "rate", "0.02", "on", DAY)));
        Records.post(FILER, CLAIMS + id + "/computations", assessment).statusCode(404);
        Records.post(OFFICER, CLAIMS + id + "/computations", assessment)
                .statusCode(200)
                .body("net.amount", equalTo(890_000))
                .body("lines.what", contains("assessed", "converted", "offset", "net", "total"));
        Map<String, Object> wrong = Map.of(
                "outcome",
                "granted",
                "reasons",
                List.of("requirements-met"),
                "assessment",
                assessment,
                "awards",
                List.of(ClaimFiles.award(9_000_00)));
        step(OFFICER, id, "decide", wrong)
                .statusCode(400)
                .body("findings[0].pointer", equalTo("/awards"))
                .body("findings[0].code", equalTo("award-not-computed"))
                .body("findings[0].computed", equalTo(890_000));
        Map<String, Object> right = Map.of(
                "outcome",
                "granted",
                "reasons",
                List.of("requirements-met"),
                "assessment",
                assessment,
                "awards",
                List.of(ClaimFiles.award(8_900_00), Map.of("form", "REP-SATISFACTION(e)", "scope", "symbolic")));
        step(FILER, id, "decide", right).statusCode(404);
        step("case-team", id, "decide", right).statusCode(404);
        step(OFFICER, id, "decide", right)
                .statusCode(200)
                .body("status", equalTo("decided"))
                .body("proceedings.awards.number", contains(1, 2));
        assertThat(letter(FILER, id, "decision", "en"))
                .contains("8900.00 EUR", "granted", "at the rate 0.02 of " + DAY, "insurance payment")
                .doesNotContain("{kind}", "{rate}", "{on}");
    }

    private static void deliverIt(String id, String victim) {
        deliver(OFFICER, id, entry("reported", 5_000_00)).statusCode(200).body("balances[0].open", equalTo(500_000));
        Map<String, Object> confirmation = Map.of(
                "kind",
                "confirmed",
                "award",
                1,
                "of",
                1,
                "amount",
                money(4_000_00, "EUR"),
                "on",
                DAY,
                "person",
                victim);
        deliver(OFFICER, id, confirmation).statusCode(404);
        deliver(FILER, id, confirmation).statusCode(200);
        deliver(
                        FILER,
                        id,
                        Map.of(
                                "kind",
                                "contested",
                                "award",
                                1,
                                "of",
                                1,
                                "amount",
                                money(1_000_00, "EUR"),
                                "on",
                                DAY,
                                "reason",
                                "less-received",
                                "person",
                                victim))
                .statusCode(200)
                .body("balances[0].contested", equalTo(100_000))
                .body("balances[0].undelivered", equalTo(490_000));
        Map<String, Object> held = Map.of(
                "kind", "held", "award", 1, "amount", money(4_900_00, "EUR"), "on", DAY, "reason", "cannot-be-reached");
        deliver(FILER, id, held).statusCode(404);
        deliver(OFFICER, id, held).statusCode(200).header("ETag", notNullValue());
        get(FILER, CLAIMS + id + "/deliveries")
                .statusCode(200)
                .body("entries.kind", contains("reported", "confirmed", "contested", "held"))
                .body("balances[0].held", equalTo(490_000))
                .body("balances[1].awarded", equalTo(null));
    }

    private static Map<String, Object> entry(String kind, long amount) {
        return Map.of("kind", kind, "award", 1, "amount", money(amount, "EUR"), "on", DAY);
    }

    @Test
    void heirsTakeOverAndNothingIsLost() {
        String victim = Records.victim(FILER);
        String heir = Records.victim(FILER);
        String id = underDecision(body(victim));
        step(OFFICER, id, "decide", grant(100)).statusCode(200);
        deliver(OFFICER, id, entry("reported", 100)).statusCode(200);
        step(OFFICER, id, "record-death")
                .statusCode(200)
                .body("status", equalTo("awaiting-successors"))
                .body("proceedings.resumes", equalTo("decided"));
        step(FILER, id, "succeed", Map.of("successors", List.of(victim)))
                .statusCode(400)
                .body("findings[0].code", equalTo("successor-is-claimant"));
        step(FILER, id, "succeed", Map.of("successors", List.of(heir)))
                .statusCode(200)
                .body("status", equalTo("decided"))
                .body("losses", hasSize(1))
                .body("proceedings.deliveries", hasSize(1))
                .body("proceedings.successors", contains(heir));
        Map<String, Object> confirmed = Map.of(
                "kind", "confirmed", "award", 1, "of", 1, "amount", money(100, "EUR"), "on", DAY, "person", heir);
        deliver(FILER, id, confirmed).statusCode(200).body("balances[0].confirmed", equalTo(100));
    }

    @Test
    void aReviewIsDecidedByAnotherOfficer() {
        String id = underDecision(body(Records.victim(FILER)));
        step(OFFICER, id, "decide", grant(100)).statusCode(200);
        step(FILER, id, "request-review", Map.of("reasons", List.of("error-in-decision")))
                .statusCode(200)
                .body("status", equalTo("under-review"));
        Map<String, Object> more = Map.of(
                "outcome", "granted",
                "reasons", List.of("new-material"),
                "awards",
                        List.of(Map.of(
                                "form",
                                "REP-COMPENSATION(c)",
                                "scope",
                                "individual",
                                "amount",
                                money(250, "EUR"),
                                "replaces",
                                1)));
        step(OFFICER, id, "decide-review", more)
                .statusCode(400)
                .body("findings[0].pointer", equalTo("/step"))
                .body("findings[0].code", equalTo("reviewer-decided"));
        String member = enrolSecondOfficer();
        try {
            step("outsider", id, "decide-review", more)
                    .statusCode(200)
                    .body("status", equalTo("reviewed"))
                    .body("proceedings.awards[0].amount.amount", equalTo(250));
        } finally {
            end(member);
        }
    }

    private static String enrolSecondOfficer() {
        return Enrolment.as("admin")
                .body(Map.of(
                        "issuer", Tokens.issuer("outsider"),
                        "subject", Tokens.subject("outsider"),
                        "roles", List.of("claims-officer"),
                        "clearance", "TLP:AMBER+STRICT"))
                .post("/api/v1/member-organisations/" + Enrolment.organisation("Commission") + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void end(String member) {
        Enrolment.as("admin")
                .header("If-Match", "\"r1\"")
                .delete("/api/v1/members/" + member)
                .then()
                .statusCode(200);
    }

    @Test
    void aWithdrawnClaimStaysWithdrawn() {
        String id = underDecision(body(Records.victim(FILER)));
        step(FILER, id, "withdraw").statusCode(400).body("findings[0].pointer", equalTo("/reasons"));
        step(FILER, id, "withdraw", Map.of("reasons", List.of("safety")))
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("possible", empty());
        step(OFFICER, id, "decide", grant(1))
                .statusCode(409)
                .body("state", equalTo("withdrawn"))
                .body("findings[0].code", equalTo("step-not-possible"))
                .body("findings[0].pointer", equalTo("/step"))
                .body("findings[0].possible", empty());
        deliver(OFFICER, id, entry("reported", 1))
                .statusCode(409)
                .body("findings[0].code", equalTo("delivery-not-possible"));
    }

    @Test
    void overlapsAreForTheOfficerAndHoldNothingUp() {
        String victim = Records.victim(FILER);
        Map<String, Object> withHouse = body(victim);
        withHouse.put(
                "losses",
                List.of(Map.of("head", "immovable-property", "propertyIdentifier", "canary 80:00-" + victim)));
        String first = underDecision(withHouse);
        String other = Records.victim(FILER);
        Map<String, Object> coOwner = body(other);
        coOwner.put(
                "losses", List.of(Map.of("head", "immovable-property", "propertyIdentifier", "CANARY 8000" + victim)));
        String second = underDecision(coOwner);
        String third = underDecision(body(victim));

        Response seen = Enrolment.as(OFFICER).get("/api/v1/" + CLAIMS + first + "/overlaps");
        seen.then().statusCode(200).body("overlaps.claim", hasSize(2)).body("note", containsString("no ground"));
        assertThat(reasons(seen, second)).containsExactly("same-property");
        assertThat(reasons(seen, third)).containsExactly("same-person-and-category");
        for (String user : List.of(FILER, "investigator", "case-team", "auditor")) {
            get(user, CLAIMS + first + "/overlaps").statusCode(404);
        }
        String shown = get(FILER, CLAIMS + first).extract().asString()
                + get(FILER, CLAIMS + first + "/revisions").extract().asString();
        assertThat(shown).doesNotContain("overlap", second, third, "canary", "CANARY");
        step(OFFICER, first, "decide", grant(5)).statusCode(200);
        step(OFFICER, second, "decide", grant(5)).statusCode(200);
    }

    private static List<String> reasons(Response overlaps, String claim) {
        return overlaps.jsonPath().getList("overlaps.find { it.claim == '" + claim + "' }.reasons");
    }

    @Test
    void warningsAreToldInTheCallersLanguageAndBlockNothing() {
        Map<String, Object> wrong = body(Records.victim(FILER));
        wrong.put("categories", List.of(Map.of("list", "rd4u", "code", "A3.3")));
        wrong.put("harmDate", "2021");
        wrong.put("onBehalfOf", List.of(Records.victim(FILER)));
        Response made =
                Enrolment.as(FILER).header("Accept-Language", "ru").body(wrong).post("/api/v1/reparation-claims");
        made.then()
                .statusCode(201)
                .body(
                        "warnings.code",
                        contains(
                                "category-without-facts",
                                "one-claim-a-person",
                                "category-not-for-facts",
                                "date-outside-register"))
                .body("warnings[2].suggestions", contains("A3.1"))
                .body("warnings[3].explanation", containsString("реестр"));
        step(FILER, made.path("id"), "submit").statusCode(200);
    }

    @Test
    void numbersAreNeverGivenTwice() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            String id = ClaimFiles.shared(body(Records.victim(FILER)));
            step(FILER, id, "submit").statusCode(200);
            numbers.add(step(OFFICER, id, "acknowledge").extract().path("proceedings.number"));
        }
        assertThat(numbers).hasSize(3);
        String again = ClaimFiles.shared(body(Records.victim(FILER)));
        step(OFFICER, again, "acknowledge").statusCode(409).body("code", equalTo("state-refused"));
        get(OFFICER, CLAIMS + again + "/letters/acknowledgement").statusCode(409);
    }

    @Test
    void aStepNamesTheRevisionThatItIsBasedOn() {
        String id = ClaimFiles.shared(body(Records.victim(FILER)));
        Records.post(FILER, CLAIMS + id + "/steps", Map.of("step", "submit")).statusCode(428);
        String before = tag(id);
        step(FILER, id, "submit").statusCode(200);
        Enrolment.as(OFFICER)
                .header("If-Match", before)
                .body(Map.of("step", "acknowledge"))
                .post("/api/v1/" + CLAIMS + id + "/steps")
                .then()
                .statusCode(412);
    }

    @Test
    void theRulesAreThereToBeRead() {
        get("documenter", "reparation-rules")
                .statusCode(200)
                .body("sufficiency.version", not(blankString()))
                .body("sufficiency.categories.code", hasItem("A2.4"))
                .body("offsets.rules.kind", hasItem("humanitarian-aid"))
                .body("entryChecks.registers.list", not(empty()));
    }

    @Test
    void theQueueIsFilteredByStatusAndUrgency() {
        String victim = Records.victim(FILER);
        Map<String, Object> urgent = body(victim);
        urgent.put("urgency", "grave-illness");
        String one = Records.create(FILER, "reparation-claims", urgent);
        Records.create(FILER, "reparation-claims", body(victim));
        get(FILER, "reparation-claims?claimant=" + victim + "&urgency=grave-illness")
                .body("items.id", contains(one));
        get(FILER, "reparation-claims?claimant=" + victim + "&status=draft").body("items", hasSize(2));
        get(FILER, "reparation-claims?claimant=" + victim + "&status=decided").body("items", empty());
    }
}
