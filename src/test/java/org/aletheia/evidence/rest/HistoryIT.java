package org.aletheia.evidence.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.verifier.Finding;
import org.aletheia.verifier.ItemCheck;
import org.aletheia.verifier.ItemHistory;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class HistoryIT {
    private static final Map<String, Object> STATED = Map.of(
            "custodyBefore",
                    List.of(
                            Map.of("role", "witness", "from", "2026-03-04", "handover", "in-person"),
                            Map.of("role", "courier", "organisation", "Relief Network")),
            "custodyGaps",
                    List.of(
                            Map.of(
                                    "period", "2026-03-05/2026-03-06",
                                    "reason", "in-transit",
                                    "risk", "moderate",
                                    "note", "border"),
                            Map.of("period", "2026-03", "reason", "in-transit")));

    private static final List<EventField> OTHERS =
            List.of(EventField.ACTOR, EventField.ORGANISATION, EventField.ROLE, EventField.PURPOSE, EventField.DETAIL);

    @Test
    void custodyBeforeReceiptStandsBeforeReceipt() {
        String item = Evidence.item("documenter", bytes("with a past"), STATED);
        Response chain = until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 5);
        assertThat(types(chain))
                .containsExactly(
                        "CE-CUSTODY-STATED", "CE-CUSTODY-STATED", "CE-GAP-DECLARED", "CE-GAP-DECLARED", "CE-RECEIVED");
        assertThat(HistoryIT.<Map<String, Object>>fields(chain, "detail").subList(2, 4))
                .as("with the risk, also where nobody assessed it")
                .containsExactly(
                        Map.of("period", "2026-03-05/2026-03-06", "risk", "moderate"),
                        Map.of("period", "2026-03", "risk", "not-assessed"));
        assertThat(HistoryIT.<Integer>fields(chain, "schema").subList(2, 4)).containsExactly(2, 2);
        chain.then()
                .body("items.number", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("items.proof", everyItem(startsWith("/api/v1/events/")));
        assertThat(chain.asString()).doesNotContain("Relief Network").doesNotContain("border");
    }

    /** A deposit that was opened under an older release may hold what is no longer taken; the journal cannot forget it. */
    @Test
    void aRoleThatIsNotListedNeverReachesTheJournal() throws java.sql.SQLException {
        String deposit = Evidence.deposit("documenter", Evidence.submission("documenter"), STATED);
        Database.owner(
                "update deposit set metadata = replace(metadata::text, '\"witness\"', '\"olena.kovalenko\"')::jsonb"
                        + " where id = '" + deposit + "'");
        String item = Evidence.fill("documenter", deposit, bytes("old statement"));
        Response chain = until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 5);
        assertThat(chain.asString()).doesNotContain("kovalenko").contains("unknown");
        assertThat(AdminDatabase.column(
                        "select 1 from journal where convert_from(canonical, 'UTF8') like '%kovalenko%'"))
                .isEmpty();
    }

    @Test
    void theReceiptNamesTheEntryOfItsEvent() {
        var received = Evidence.received("documenter", bytes("receipt"), Map.of());
        String item = received.extract().path("id");
        String event = received.extract().path("receipt.event");
        String entry = received.extract().path("receipt.entry");
        until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 1);
        Response shown = as("documenter").get("/api/v1/events/" + event);
        shown.then().statusCode(200).body("id", equalTo(event));
        assertThat(shown.asString()).contains("CE-RECEIVED");
        Map<?, ?> view = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(shown.asByteArray()));
        assertThat(DisclosedEvent.ofJson(view.get("event")).entry().toString()).isEqualTo(entry);
    }

    /** docs/custody.md promises these keys to whoever writes a verifier. */
    @Test
    void theEventsOfReceiptAndRegistrationNameTheBytesAsTheFormatSays() {
        byte[] content = bytes("named by two events");
        String item = Evidence.item("documenter", content, Map.of());
        Evidence.shareWithCommission(item);
        Evidence.decide(item, 1, "in-triage", "assigned").statusCode(200);
        Evidence.decide(item, 2, "registered", "relevant").statusCode(200);
        Response chain = await(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), answer -> types(answer)
                .contains("CE-REGISTERED"));
        Map<String, Set<String>> keys = Map.of(
                "CE-RECEIVED", Set.of("submission", "size", "digests"),
                "CE-REGISTERED", Set.of("revision", "size", "digests", "registrationNumber"));
        for (Map.Entry<String, Set<String>> event : keys.entrySet()) {
            int place = types(chain).indexOf(event.getKey());
            Map<String, Object> detail =
                    HistoryIT.<Map<String, Object>>fields(chain, "detail").get(place);
            assertThat(detail).containsOnlyKeys(event.getValue()).containsEntry("size", content.length);
            assertThat(detail.get("digests"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("sha-256", Digest.sha256(content).hex());
        }
    }

    @Test
    void eachEventGetsAProof() {
        var received = Evidence.received("documenter", bytes("to be proven"), Map.of());
        String event = received.extract().path("receipt.event");
        Response proof = await(
                () -> as("documenter").get("/api/v1/events/" + event + "/proof"), answer -> answer.statusCode() == 200);
        assertThat(proof.asString()).startsWith("c2sp.org/tlog-proof@v1\n");
        as("documenter2").get("/api/v1/events/" + event + "/proof").then().statusCode(404);
        as("documenter2").get("/api/v1/events/" + event).then().statusCode(404);
    }

    /** Longer than the pages in which it is read. */
    @Test
    void aWholeHistoryIsVerifiedWithoutTheServer() {
        byte[] content = bytes("with a long past");
        List<Map<String, Object>> gaps = IntStream.range(0, 50)
                .mapToObj(day -> Map.<String, Object>of(
                        "period", LocalDate.of(2020, 1, 1).plusDays(day).toString(), "reason", "in-transit"))
                .toList();
        String item = Evidence.item("documenter", content, Map.of("custodyGaps", gaps));
        Response answer = await(
                () -> as("documenter").get("/api/v1/items/" + item + "/history"),
                history -> history.statusCode() == 200 && history.asString().contains("CE-RECEIVED"));
        String[] keys = given().get("/log/vkeys").asString().split("\n");
        Verdict verdict = new ItemCheck(
                        Trust.of(keys[0].split("\\+")[0], List.of(keys), 0), EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(answer.asByteArray()), Optional.of(Digest.sha256(content)));
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text())
                .contains("[ok]   numbering: 1 to 51 without holes")
                .contains("[ok]   one-tree: 1 tree heads");
        as("documenter2").get("/api/v1/items/" + item + "/history").then().statusCode(404);
        given().get("/api/v1/items/" + item + "/history").then().statusCode(401);
    }

    /** A collector's pseudonym, a reason, an organisation: whoever hands a chain on decides what its receiver sees. */
    @Test
    void aChainThatIsHandedOnWithFieldsWithheldVerifies() {
        byte[] content = bytes("handed on");
        String item = Evidence.item("documenter", content, STATED);
        String path = "/api/v1/items/" + item + "/history?withhold=";
        Response answer = await(
                () -> as("documenter").get(path + "actor,reason,organisation"),
                history -> history.statusCode() == 200 && history.asString().contains("CE-RECEIVED"));
        assertThat(answer.asString())
                .doesNotContain("in-transit")
                .doesNotContain(Enrolment.member("documenter").toString())
                .doesNotContain(Enrolment.organisation("Field Team").toString());
        Verdict verdict = verify(answer, content);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("withheld: actor, organisation, reason");
        Verdict blind = verify(
                as("documenter").get(path + "schema,type,id,time,role,purpose,subject,revision,detail"), content);
        assertThat(blind.findings().stream()
                        .filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
                        .map(Finding::check))
                .as("nothing but that no event names the file")
                .containsExactly("file");
        as("documenter")
                .get(path + "name")
                .then()
                .statusCode(400)
                .body("findings.code", equalTo(List.of("field-unknown")));
    }

    private static Verdict verify(Response history, byte[] content) {
        String[] keys = given().get("/log/vkeys").asString().split("\n");
        return new ItemCheck(Trust.of(keys[0].split("\\+")[0], List.of(keys), 0), EventTypeRegistry.builtIn())
                .check(ItemHistory.parse(history.asByteArray()), Optional.of(Digest.sha256(content)));
    }

    /** Nothing of an inquiry is told to whoever handed an item in, until the body decides that it is. */
    @Test
    void aUseIsKnownToTheOwnerOnceTheUsingBodyLetsThemKnow() {
        String item = Evidence.item("documenter", bytes("used and told"), Map.of());
        Evidence.shareWithCommission(item);
        as("investigator").get("/api/v1/items/" + item + "/content").then().statusCode(200);
        String path = "/api/v1/items/" + item + "/access-record";
        Response commission =
                await(() -> as("case-team").get(path), answer -> types(answer).contains("CE-ACCESS-DOWNLOAD"));
        List<String> ids = commission.path("items.id");
        String use = ids.get(types(commission).indexOf("CE-ACCESS-DOWNLOAD"));
        as("documenter").get("/api/v1/events/" + use).then().statusCode(404);
        for (String stranger : List.of("documenter", "documenter2", "auditor", "claims-officer")) {
            as(stranger).put("/api/v1/events/" + use + "/notice").then().statusCode(404);
        }
        for (int again = 0; again < 2; again++) {
            as("case-team").put("/api/v1/events/" + use + "/notice").then().statusCode(204);
        }
        Response team =
                await(() -> as("documenter").get(path), answer -> types(answer).contains("CE-ACCESS-DOWNLOAD"));
        assertThat(types(team)).doesNotContain("CE-USE-NOTIFIABLE").containsOnlyOnce("CE-ACCESS-DOWNLOAD");
        assertThat(team.asString())
                .doesNotContain(Enrolment.member("investigator").toString());
        assertThat(organisations(team))
                .contains(Enrolment.organisation("Commission").toString());
        Response shown = as("documenter").get("/api/v1/events/" + use);
        shown.then().statusCode(200);
        assertThat(shown.asString())
                .doesNotContain(Enrolment.member("investigator").toString());
        Response marks =
                await(() -> as("auditor").get(path), answer -> types(answer).contains("CE-USE-NOTIFIABLE"));
        assertThat(types(marks)).containsOnlyOnce("CE-USE-NOTIFIABLE");
    }

    @Test
    void decisionsAndRevisionsAreInTheChain() {
        String item = Evidence.item("documenter", bytes("revised"), Map.of());
        as("documenter")
                .header("If-Match", "\"r1\"")
                .body(Evidence.metadata(Map.of("description", "better")))
                .put("/api/v1/items/" + item)
                .then()
                .statusCode(200);
        Response chain = until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 2);
        assertThat(types(chain)).containsExactly("CE-RECEIVED", "CE-ITEM-REVISED");
    }

    @Test
    void eachOrganisationSeesItsOwnUseOnly() {
        String item = Evidence.item("documenter", bytes("used by two"), Map.of());
        Evidence.shareWithCommission(item);
        as("documenter").get("/api/v1/items/" + item).then().statusCode(200);
        as("investigator").get("/api/v1/items/" + item + "/content").then().statusCode(200);
        Response commission =
                await(() -> as("auditor").get("/api/v1/items/" + item + "/access-record"), answer -> types(answer)
                        .contains("CE-ACCESS-DOWNLOAD"));
        assertThat(organisations(commission))
                .containsOnly(Enrolment.organisation("Commission").toString());
        Response team =
                await(() -> as("documenter").get("/api/v1/items/" + item + "/access-record"), answer -> types(answer)
                        .contains("CE-ACCESS-VIEW"));
        assertThat(types(team)).doesNotContain("CE-ACCESS-DOWNLOAD");
        assertThat(organisations(team))
                .containsOnly(Enrolment.organisation("Field Team").toString());
    }

    /** Pages hold own entries only, are full until the last, and nothing in them counts what others did in between. */
    @Test
    void theAccessRecordDoesNotTellHowOftenOthersUsedAnItem() {
        String item = Evidence.item("documenter", bytes("used in turns"), Map.of());
        Evidence.shareWithCommission(item);
        as("documenter").get("/api/v1/items/" + item).then().statusCode(200);
        for (String foreign : List.of("", "/content")) {
            as("investigator").get("/api/v1/items/" + item + foreign).then().statusCode(200);
        }
        as("documenter").get("/api/v1/items/" + item + "/content").then().statusCode(200);
        as("auditor").get("/api/v1/items/" + item).then().statusCode(200);
        await(
                () -> as("auditor").get("/api/v1/items/" + item + "/access-record"),
                answer -> types(answer).size() >= 3);
        Response whole = until(() -> as("documenter").get("/api/v1/items/" + item + "/access-record"), 2);
        assertThat(whole.asString()).doesNotContain("\"number\"");

        List<String> paged = new ArrayList<>();
        Set<Integer> cursorLengths = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            Response page = as("documenter")
                    .get("/api/v1/items/" + item + "/access-record?limit=1"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            assertThat(page.jsonPath().getList("items")).hasSize(1);
            paged.addAll(types(page));
            cursor = page.path("next");
            cursorLengths.add(cursor == null ? -1 : cursor.length());
        }
        assertThat(paged).containsExactlyElementsOf(types(whole)).contains("CE-ACCESS-VIEW", "CE-ACCESS-DOWNLOAD");
        assertThat(cursorLengths).hasSize(2);
    }

    @Test
    void whatOthersDoBesideAnItemIsSeenToBeDoneAndNoMore() {
        String item = Evidence.item("documenter", bytes("worked on by two"), Map.of());
        Evidence.shareWithCommission(item);
        String third = Enrolment.organisation("Victims Association").toString();
        as("documenter")
                .body(Map.of("kind", "item", "record", item, "grantee", third))
                .post("/api/v1/shares")
                .then()
                .statusCode(201);
        String incident = Records.incident("investigator");
        Records.create(
                "investigator", "incidents/" + incident + "/sources", Map.of("item", item, "support", "contradicts"));
        Response owners = until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 4);
        Response grantees = until(() -> as("investigator").get("/api/v1/items/" + item + "/custody"), 4);

        assertThat(types(owners))
                .isEqualTo(types(grantees))
                .containsExactly("CE-RECEIVED", "GOV-SHARE-GIVEN", "GOV-SHARE-GIVEN", "RECORD-LINK-CREATED");
        assertThat(withheld(owners)).containsExactly(List.of(), List.of(), List.of(), OTHERS);
        assertThat(withheld(grantees)).containsExactly(List.of(), OTHERS, OTHERS, List.of());
        assertThat(owners.asString()).contains(third).doesNotContain("contradicts");
        assertThat(grantees.asString()).contains("contradicts").doesNotContain(third);
        assertThat(events(owners).map(DisclosedEvent::entry).toList())
                .as("either way the entries that the log holds")
                .isEqualTo(events(grantees).map(DisclosedEvent::entry).toList());
        String share = grantees.path("items[2].id");
        assertThat(as("investigator").get("/api/v1/events/" + share).asString())
                .contains("GOV-SHARE-GIVEN")
                .doesNotContain(third);
        assertThat(as("documenter").get("/api/v1/events/" + share).asString()).contains(third);
    }

    private static List<List<EventField>> withheld(Response chain) {
        return events(chain).map(DisclosedEvent::withheld).toList();
    }

    private static Stream<DisclosedEvent> events(Response chain) {
        Map<?, ?> page = (Map<?, ?>) Objects.requireNonNull(CanonicalJson.parse(chain.asByteArray()));
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream().map(entry -> DisclosedEvent.ofJson(((Map<?, ?>) entry).get("event")));
    }

    @Test
    void chainsArePaged() {
        String item = Evidence.item("documenter", bytes("long past"), STATED);
        until(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), 5);
        Response first = as("documenter").get("/api/v1/items/" + item + "/custody?limit=3");
        first.then().body("items.number", equalTo(List.of(1, 2, 3)));
        String next = first.path("next");
        as("documenter")
                .get("/api/v1/items/" + item + "/custody?limit=3&cursor=" + next)
                .then()
                .body("items.number", equalTo(List.of(4, 5)));
    }

    private static List<String> types(Response chain) {
        return fields(chain, "type");
    }

    private static List<String> organisations(Response chain) {
        return fields(chain, "organisation");
    }

    private static <T> List<T> fields(Response chain, String name) {
        return chain.jsonPath()
                .getList("items.event.fields.collect { it.find { f -> f.name == '" + name + "' }.value }");
    }

    private static Response until(Supplier<Response> ask, int entries) {
        return await(ask, answer -> answer.jsonPath().getList("items").size() >= entries);
    }

    private static Response await(Supplier<Response> ask, Predicate<Response> enough) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        Response answer = ask.get();
        while (!enough.test(answer) && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer = ask.get();
        }
        assertThat(enough.test(answer)).as(answer.asString()).isTrue();
        return answer;
    }
}
