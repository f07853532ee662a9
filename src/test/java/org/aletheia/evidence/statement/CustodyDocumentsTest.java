package org.aletheia.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Leaves what it makes in target/custody-statement, so that published schema and shapes can be run over it. */
@Tag("unit")
class CustodyDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GAP = "event-" + new UUID(0x7001, 2);
    private static final String GAP_SAID =
            "reason in-transit; role documenter; period 2026-03-05/2026-03-07; risk moderate";

    @Test
    void aGapIsAStatementMadeWhenItWasRecorded() throws Exception {
        JsonNode declared = node(caseDocument(), "kb:" + GAP);
        String recorded = "2026-03-10T08:02:00Z";
        assertThat(value(declared, "uco-action:startTime")).isEqualTo(recorded);
        assertThat(value(declared, "uco-action:endTime")).isEqualTo(recorded);
        assertThat(declared.has("uco-action:object")).isFalse();
        assertThat(declared.path("uco-core:description").asText()).startsWith(GAP_SAID + "; recorded 2026-03-10");
        JsonNode stated = node(
                caseDocument(), declared.path("uco-action:result").path("@id").asText());
        assertThat(stated.path("@type").asText()).isEqualTo("uco-core:Annotation");
        assertThat(stated.path("uco-core:statement").asText()).isEqualTo("Custody is not documented: " + GAP_SAID);

        JsonNode activity = node(provDocument(), "kb:" + GAP);
        assertThat(activity.has("prov:used")).isFalse();
        assertThat(value(activity, "prov:startedAtTime")).isEqualTo(recorded);
        assertThat(value(activity, "prov:endedAtTime")).isEqualTo(recorded);
        assertThat(activity.path("rdfs:comment").asText()).startsWith(GAP_SAID);
        JsonNode entity = node(provDocument(), "kb:statement-" + new UUID(0x7001, 2));
        assertThat(entity.path("dcterms:temporal").asText()).isEqualTo("2026-03-05/2026-03-07");
        assertThat(entity.path("prov:wasGeneratedBy").path("@id").asText()).isEqualTo("kb:" + GAP);

        Document premis = premis(TestChain.full());
        assertThat(texts(premis, "eventDateTime").get(1)).isEqualTo("2026-03-10T08:02:00.000Z");
        assertThat(texts(premis, "eventDetail").get(1)).isEqualTo(GAP_SAID);
        assertThat(texts(premis, "eventDateTime")).noneMatch(date -> date.contains("2026-03-05"));
    }

    /** Custody before receipt was somebody else's, at another time than its telling. */
    @Test
    void custodyBeforeReceiptIsAStatementToo() throws Exception {
        String id = "kb:event-" + new UUID(0x7001, 1);
        assertThat(node(caseDocument(), id).has("uco-action:object")).isFalse();
        assertThat(node(provDocument(), id).has("prov:used")).isFalse();
        assertThat(node(caseDocument(), "kb:statement-" + new UUID(0x7001, 1))
                        .path("uco-core:statement")
                        .asText())
                .startsWith("Custody before receipt, as stated: ")
                .contains("role witness", "from 2026-03-01");
    }

    @Test
    void whatHappenedHasItsStatedTimeAndAllElseWhenItWasRecorded() throws Exception {
        JsonNode sealed = node(caseDocument(), "kb:event-" + new UUID(0x7001, 5));
        assertThat(value(sealed, "uco-action:startTime")).isEqualTo("2026-03-08T00:00:00Z");
        assertThat(value(sealed, "uco-action:endTime")).startsWith("2026-03-08T23:59:59");
        assertThat(sealed.path("uco-action:object").path("@id").asText()).isEqualTo("kb:item-" + TestChain.ITEM);
        JsonNode offered = node(provDocument(), "kb:event-" + new UUID(0x7001, 6));
        assertThat(value(offered, "prov:startedAtTime")).isEqualTo("2026-03-10T08:06:00Z");
        assertThat(texts(premis(TestChain.full()), "eventDateTime"))
                .contains("2026-03-08", "2026-03-09", "2026-03-10T08:06:00.000Z");
    }

    /** Custodians, seals, reasons, discrepancies, holds, the finding of a check: in each of the three. */
    @Test
    void allThatAnEventSaysIsInEachForm() throws Exception {
        String custodians = "custodianAfter {\"organisation\":\"" + TestChain.COMMISSION
                + "\"}; custodianBefore {\"organisation\":\"" + TestChain.TEAM + "\"}";
        Map<Integer, List<String>> said = Map.of(
                5, List.of("seal {\"condition\":\"intact\",\"number\":\"AB-1\"}", "happened 2026-03-08"),
                6, List.of("reason examination", custodians, "transfer "),
                7, List.of(custodians, "seal ", "happened 2026-03-09"),
                8, List.of("reason testing", "discrepancies [\"custody-over\"]"),
                9, List.of("reason proceedings", "authority court", "hold "),
                10, List.of("outcome fail", "finding content-foreign", "digests {"));
        List<String> premis = texts(premis(TestChain.full()), "eventDetail");
        said.forEach((number, parts) -> {
            String id = "kb:event-" + new UUID(0x7001, number);
            assertThat(node(caseDocument(), id).path("uco-core:description").asText())
                    .contains(parts);
            assertThat(node(provDocument(), id).path("rdfs:comment").asText()).contains(parts);
            assertThat(premis.get(number - 1)).contains(parts);
        });
    }

    @Test
    void whoActedForWhomIsInEachForm() throws Exception {
        JsonNode accepted = node(caseDocument(), "kb:event-" + new UUID(0x7001, 7));
        assertThat(accepted.path("uco-action:performer").path("@id").asText())
                .isEqualTo("kb:member-" + TestChain.OTHER);
        String commission = "kb:organisation-" + TestChain.COMMISSION;
        assertThat(accepted.path("uco-action:participant").path("@id").asText()).isEqualTo(commission);
        assertThat(node(caseDocument(), commission).path("@type").asText()).isEqualTo("uco-identity:Organization");
        JsonNode activity = node(provDocument(), "kb:event-" + new UUID(0x7001, 7));
        assertThat(activity.path("prov:wasAssociatedWith").findValuesAsText("@id"))
                .containsExactly("kb:member-" + TestChain.OTHER, commission);
        assertThat(node(provDocument(), "kb:member-" + TestChain.OTHER)
                        .path("prov:actedOnBehalfOf")
                        .path("@id")
                        .asText())
                .isEqualTo(commission);
        assertThat(texts(premis(TestChain.full()), "linkingAgentIdentifierValue"))
                .contains(TestChain.COMMISSION, TestChain.TEAM);
    }

    @Test
    void factsAreThoseOfTheEvents() throws Exception {
        CustodyRecord record = TestChain.full();
        assertThat(record.item()).contains(TestChain.ITEM.toString());
        assertThat(record.registrationNumber()).contains("ALT-2026-000001");
        assertThat(record.received()).contains("2026-03-10T08:03:00.000Z");
        assertThat(record.digests()).isEqualTo(Map.of("sha-256", TestChain.SHA_256.hex()));
        assertThat(record.checkpoint().size()).isEqualTo(10);
        assertThat(record.checkpointTime()).contains(TestChain.SIGNED);
        assertThat(node(caseDocument(), "kb:provenance-" + TestChain.ITEM)
                        .path("case-investigation:exhibitNumber")
                        .asText())
                .isEqualTo("ALT-2026-000001");
        assertThat(texts(premis(record), "formatName")).containsExactly("video/mp4", "video/quicktime");
        assertThat(xml(record)).asString(StandardCharsets.UTF_8).contains("authority=\"A Detector 1.0\"");
        assertThat(texts(premis(record), "messageDigest")).containsExactly(TestChain.SHA_256.hex());
        CustodyRecord older = TestChain.of(EventTypes.REGISTERED, Map.of("revision", 2));
        assertThat(older.registrationNumber()).isEmpty();
    }

    /** Whoever withholds a field has it in no form: neither in its place nor taken from elsewhere. */
    @Test
    void whatIsWithheldIsInNoForm() throws Exception {
        EventField[] fields = {
            EventField.ID,
            EventField.ACTOR,
            EventField.ORGANISATION,
            EventField.REASON,
            EventField.SUBJECT,
            EventField.DETAIL
        };
        CustodyRecord record = TestChain.full(fields);
        for (String form : forms(record)) {
            assertThat(form)
                    .contains("withheld: id, actor, organisation, reason, subject, detail")
                    .doesNotContain(TestChain.MEMBER, TestChain.TEAM, TestChain.ITEM.toString())
                    .doesNotContain("in-transit", "AB-1", "2026-03-0", "ALT-2026", "video/mp4")
                    .doesNotContain(TestChain.SHA_256.hex(), new UUID(0x7001, 2).toString());
        }
        for (EventField field : EventField.values()) {
            assertSound(TestChain.full(field));
        }
        assertSound(TestChain.full(EventField.values()));
    }

    /** What may have happened on another day is not dated by the day of its telling. */
    @Test
    void whatMayHaveAStatedDateThatIsWithheldHasNone() throws Exception {
        CustodyRecord record = TestChain.full(EventField.DETAIL);
        JsonNode sealed = node(JSON.valueToTree(CaseDocument.of(record)), "kb:event-" + new UUID(0x7001, 5));
        assertThat(sealed.has("uco-action:startTime")).isFalse();
        assertThat(texts(premis(record), "eventDateTime").get(4)).isEqualTo("unknown");
        assertThat(texts(premis(record), "eventDateTime").get(1)).startsWith("2026-03-10");
    }

    @Test
    void whatCannotBeReadAsADateIsNoTime() {
        CustodyRecord record = TestChain.of(CustodyEventTypes.SEALED, Map.of("happened", "one fine day"));
        JsonNode sealed = node(JSON.valueToTree(CaseDocument.of(record)), "kb:event-" + new UUID(0x7001, 1));
        assertThat(sealed.has("uco-action:startTime")).isFalse();
        assertThat(sealed.path("uco-core:description").asText()).contains("happened one fine day");
    }

    @Test
    void theDocumentsAreAsTheirStandardsAsk() throws Exception {
        CustodyRecord record = TestChain.full();
        assertSound(record);
        Path folder = Generated.project().resolve("target/custody-statement");
        Files.createDirectories(folder);
        Files.write(folder.resolve("full-premis.xml"), xml(record));
        Files.write(folder.resolve("full-case.jsonld"), JSON.writeValueAsBytes(CaseDocument.of(record)));
        Files.write(folder.resolve("full-prov.jsonld"), JSON.writeValueAsBytes(ProvDocument.of(record)));
    }

    private static void assertSound(CustodyRecord record) throws Exception {
        assertThat(PremisStructure.faults(premis(record))).isEmpty();
        assertThat(JsonLdShapes.caseFaults(JSON.valueToTree(CaseDocument.of(record))))
                .isEmpty();
        assertThat(JsonLdShapes.provFaults(JSON.valueToTree(ProvDocument.of(record))))
                .isEmpty();
    }

    private static List<String> forms(CustodyRecord record) throws Exception {
        return List.of(
                new String(xml(record), StandardCharsets.UTF_8),
                JSON.writeValueAsString(CaseDocument.of(record)),
                JSON.writeValueAsString(ProvDocument.of(record)));
    }

    private static JsonNode caseDocument() {
        return JSON.valueToTree(CaseDocument.of(TestChain.full()));
    }

    private static JsonNode provDocument() {
        return JSON.valueToTree(ProvDocument.of(TestChain.full()));
    }

    private static byte[] xml(CustodyRecord record) throws Exception {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        PremisDocument.write(record, xml);
        return xml.toByteArray();
    }

    private static Document premis(CustodyRecord record) throws Exception {
        return parsed(xml(record));
    }

    private static Document parsed(byte[] xml) throws Exception {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode node(JsonNode document, String id) {
        return StreamSupport.stream(document.path("@graph").spliterator(), false)
                .filter(node -> node.path("@id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no node " + id));
    }

    private static String value(JsonNode node, String property) {
        return node.path(property).path("@value").asText();
    }

    private static List<String> texts(Document document, String name) {
        var found = document.getElementsByTagNameNS("http://www.loc.gov/premis/v3", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
