package org.aletheia.evidence.handling.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.aletheia.evidence.statement.JsonLdShapes;
import org.aletheia.evidence.statement.PremisStructure;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Generated;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Leaves what it reads in target/custody-statement, so that published schemas and shapes can be run over it. */
@QuarkusTest
@Tag("it")
class CustodyStatementIT {
    private static final String PREMIS = "http://www.loc.gov/premis/v3";

    @Test
    void theStatementShowsTheWholeChainWithItsGapsAndContradictions() throws IOException {
        String item = eventful();
        Response english = statement(item, "en");
        english.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Content-Security-Policy", containsString("sandbox"));
        assertThat(english.asString())
                .contains("Custody is not documented for this period.", "2026-03-05/2026-03-07", "records-lost")
                .contains("Stated although it contradicts the chain before it.", "custody-over")
                .contains("put under seal", "AB-000123", "perished or destroyed")
                .contains("Does not prove who made them", "risk &quot;low&quot;")
                .doesNotContain("a note", ">Note");
        AnswerTexts texts = AnswerTexts.load("statement");
        for (String language : AnswerTexts.LANGUAGES) {
            String page = statement(item, language).asString();
            String proves = texts.text(language, "proves").split("\\{")[0];
            assertThat(page)
                    .contains(proves, texts.text(language, "until"), texts.text(language, "checkpoint"))
                    .doesNotContain("{origin}", "{time}")
                    .contains("lang=\"" + language + "\"", texts.text(language, "title"), texts.text(language, "only"))
                    .contains(texts.text(language, "gap"), texts.text(language, "CE-SEALED"))
                    .contains(language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"");
        }
        keep("statement.html", english);
    }

    /** One checkpoint is named, by which whoever reads it finds the events in the log; what is later is not told. */
    @Test
    void theStatementNamesOneCheckpointAndTellsWhatItHoldsAndNothingElse() {
        String item = Items.of("documenter").id();
        Custody.shareWithCommission(item);
        decide(item, 1, "in-triage", "assigned");
        String number = decide(item, 2, "registered", "relevant").extract().path("registrationNumber");
        Response published = published(item, "CE-REGISTERED");
        String page = statement(item, "en").asString();
        assertThat(page).contains(number);
        MatchResult checkpoint = Pattern.compile("<code>(\\d+), ([A-Za-z0-9+/=]{44})</code>")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        String note = given().get("/log/checkpoints/" + checkpoint.group(1)).asString();
        assertThat(note.lines().toList()).element(2).isEqualTo(checkpoint.group(2));
        long size = Long.parseLong(checkpoint.group(1));
        List<Long> indexes = Pattern.compile("sha-256:[0-9a-f]{64}, (\\d+)</code>")
                .matcher(page)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
        assertThat(indexes).hasSize(4).allMatch(index -> index < size);
        assertThat(published.asString()).contains(number);
    }

    @Test
    void whatIsWithheldIsInNoForm() {
        String item = eventful();
        String digest = as("documenter").get("/api/v1/items/" + item).path("file.digests.'sha-256'");
        String path = "/api/v1/items/" + item + "/custody-statement";
        for (String form : List.of("", "/premis", "/case", "/prov")) {
            String whole = as("documenter").accept("*/*").get(path + form).asString();
            assertThat(whole).contains(Custody.fieldTeam());
            String part = as("documenter")
                    .accept("*/*")
                    .get(path + form + "?withhold=actor,organisation,detail")
                    .asString();
            assertThat(part)
                    .contains("actor, organisation, detail")
                    .doesNotContain(Custody.fieldTeam(), Custody.commission(), digest, "AB-000123")
                    .doesNotContain(Enrolment.member("documenter").toString());
            as("documenter")
                    .accept("*/*")
                    .get(path + form + "?withhold=name")
                    .then()
                    .statusCode(400)
                    .body("findings.code", equalTo(List.of("field-unknown")));
        }
    }

    @Test
    void thePremisDocumentHasTheFileAndEveryEvent() throws Exception {
        String item = eventful();
        List<String> types = Custody.types(as("documenter").get("/api/v1/items/" + item + "/custody"));
        Response answer = as("documenter").get("/api/v1/items/" + item + "/custody-statement/premis");
        answer.then().statusCode(200).contentType("application/xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document premis = factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.asString())));
        assertThat(premis.getDocumentElement().getAttribute("version")).isEqualTo("3.0");
        assertThat(texts(premis, "eventType")).isEqualTo(types);
        assertThat(texts(premis, "messageDigest"))
                .contains(as("documenter")
                        .get("/api/v1/items/" + item)
                        .path("file.digests.'sha-256'")
                        .toString());
        assertThat(texts(premis, "eventDateTime")).contains("2026-03-06").doesNotContain("2026-03-05/2026-03-07");
        assertThat(texts(premis, "eventDetail"))
                .anyMatch(
                        text -> text.contains("reason records-lost") && text.contains("period 2026-03-05/2026-03-07"));
        assertThat(PremisStructure.faults(premis)).isEmpty();
        Element received =
                (Element) premis.getElementsByTagNameNS(PREMIS, "eventType").item(0);
        assertThat(received.getAttribute("valueURI"))
                .isEqualTo("http://id.loc.gov/vocabulary/preservation/eventType/acc");
        assertThat(texts(premis, "linkingEventIdentifierValue")).isEqualTo(texts(premis, "eventIdentifierValue"));
        assertThat(texts(premis, "agentIdentifierValue"))
                .containsAll(texts(premis, "linkingAgentIdentifierValue"))
                .doesNotHaveDuplicates();
        keep("premis.xml", answer);
    }

    @Test
    void theJsonLdDocumentsNameNothingThatTheyDoNotHold() throws IOException {
        String item = eventful();
        int events = Custody.types(as("documenter").get("/api/v1/items/" + item + "/custody"))
                .size();
        for (Map.Entry<String, String> form : Map.of(
                        "case", "case-investigation:InvestigativeAction",
                        "prov", "prov:Activity")
                .entrySet()) {
            Response answer = as("documenter").get("/api/v1/items/" + item + "/custody-statement/" + form.getKey());
            answer.then().statusCode(200).contentType("application/ld+json");
            JsonNode document = new ObjectMapper().readTree(answer.asString());
            assertThat(
                            form.getKey().equals("case")
                                    ? JsonLdShapes.caseFaults(document)
                                    : JsonLdShapes.provFaults(document))
                    .isEmpty();
            JsonNode graph = document.get("@graph");
            Set<String> ids = new HashSet<>();
            graph.forEach(node -> assertThat(ids.add(node.get("@id").asText()))
                    .as(node.get("@id").asText())
                    .isTrue());
            graph.forEach(node -> node.properties().forEach(member -> {
                if (member.getValue().has("@id")) {
                    assertThat(ids).contains(member.getValue().get("@id").asText());
                }
            }));
            List<JsonNode> actions = StreamSupport.stream(graph.spliterator(), false)
                    .filter(node -> node.get("@type").asText().equals(form.getValue()))
                    .toList();
            assertThat(actions).hasSize(events);
            assertThat(actions.stream().filter(node -> node.toString().contains("wasInformedBy")))
                    .as("all but the first")
                    .hasSize(events - 1);
            keep(form.getKey() + ".jsonld", answer);
        }
    }

    @Test
    void whoMayNotSeeTheChainGetsNoneOfThem() {
        String item = Items.of("documenter").id();
        for (String form : List.of("", "/premis", "/case", "/prov")) {
            as("documenter2")
                    .header("Accept", "*/*")
                    .get("/api/v1/items/" + item + "/custody-statement" + form)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    private static ValidatableResponse decide(String item, int basedOn, String state, String reason) {
        return as("investigator")
                .header("If-Match", "\"r" + basedOn + "\"")
                .body(Map.of("state", state, "reason", reason))
                .post("/api/v1/items/" + item + "/decisions")
                .then()
                .statusCode(200);
    }

    private static String eventful() {
        String item = Custody.sealed();
        String transfer = Records.create(
                "documenter",
                "items/" + item + "/transfers",
                Map.of("receiver", Custody.commission(), "purpose", "examination", "seal", Custody.SEAL));
        Records.post(
                        "case-team",
                        "transfers/" + transfer + "/decisions",
                        Map.of("state", "refused", "reason", "not-received", "happened", "2026-03-05"))
                .statusCode(201);
        Custody.record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-GAP-DECLARED",
                                "period", "2026-03-05/2026-03-07",
                                "reason", "records-lost",
                                "risk", "low"))
                .statusCode(201);
        Custody.record(
                        "documenter",
                        item,
                        Map.of("type", "CE-DESTROYED", "happened", "2026-03-06", "reason", "disaster"))
                .statusCode(201);
        Custody.record(
                        "documenter",
                        item,
                        Map.of(
                                "type", "CE-SAMPLED",
                                "happened", "2026-03-08",
                                "reason", "testing",
                                "discrepancy", true))
                .statusCode(201);
        Custody.shareWithCommission(item);
        Records.create(
                "case-team",
                "items/" + item + "/holds",
                Map.of("reason", "proceedings", "authority", "prosecutor", "reference", "ICC-01/26-7"));
        published(item, "CE-HOLD-SET");
        return item;
    }

    /** The chain in words of others, once a published checkpoint covers an event of this type. */
    private static Response published(String item, String type) {
        return Custody.until(
                () -> as("documenter").get("/api/v1/items/" + item + "/custody-statement/premis"),
                answer -> answer.asString().contains(type));
    }

    private static Response statement(String item, String language) {
        return as("documenter")
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .get("/api/v1/items/" + item + "/custody-statement");
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagNameNS(PREMIS, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static void keep(String name, Response answer) throws IOException {
        Path folder = Generated.project().resolve("target/custody-statement");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), answer.asByteArray());
    }
}
