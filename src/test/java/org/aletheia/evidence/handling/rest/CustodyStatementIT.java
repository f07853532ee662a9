package org.aletheia.evidence.handling.rest;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Generated;
import org.aletheia.testing.Items;
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
                .contains("It does not show who made them")
                .doesNotContain("receipt", "a note", ">Note");
        AnswerTexts texts = AnswerTexts.load("statement");
        for (String language : AnswerTexts.LANGUAGES) {
            String page = statement(item, language).asString();
            assertThat(page)
                    .contains("lang=\"" + language + "\"", texts.text(language, "title"), texts.text(language, "only"))
                    .contains(texts.text(language, "gap"), texts.text(language, "CE-SEALED"))
                    .contains(language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"");
        }
        keep("statement.html", english);
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
        assertThat(texts(premis, "eventDateTime")).contains("2026-03-05/2026-03-07", "2026-03-06");
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
            JsonNode graph = new ObjectMapper().readTree(answer.asString()).get("@graph");
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

    private static String eventful() {
        String item = Custody.sealed();
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
        Custody.chain("documenter", item, "CE-SAMPLED");
        return item;
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
