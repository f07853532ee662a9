package org.aletheia.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The checks of the exports find each kind of fault, so that a build with an invalid export fails. */
@Tag("unit")
class StructureChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version=\"3.0\"|version=\"2.0\"",
                "xsi:type=\"file\"|xsi:type=\"bitstream\"",
                "(<eventType.*?</eventType>)(<eventDateTime>.*?</eventDateTime>)|$2$1",
                "<eventDateTime>.*?</eventDateTime>|",
                "<eventDateTime>|<eventDateTime/><eventDateTime>",
                "(<format>.*?</format>)+|",
                "<formatName>.*?</formatName>|<formatName/>",
                "(<messageDigestAlgorithm>.*?</messageDigestAlgorithm>)|",
                "<eventOutcome ([^>]*)>fail|<eventOutcome $1>failed",
                "eventType/acc|eventType/xxx",
                "<size>1</size>|<size>one</size>",
                "<agentType>person|<agentType>people",
                "<eventDetail>|<eventDetail>a<b/>",
                "<eventOutcomeDetailNote>.*?</eventOutcomeDetailNote>|",
                "<linkingObjectIdentifier>|<linkingObjectIdentifiers/><linkingObjectIdentifier>",
                "<eventIdentifier>|<eventIdentifier role=\"a\">",
                "<event>|<event xmlns=\"urn:other\">",
                "(?s)<object .*?</object>|",
            })
    void eachFaultOfAPremisDocumentIsFound(String what, @org.jspecify.annotations.Nullable String by) throws Exception {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        PremisDocument.write(TestChain.full(), xml);
        String sound = xml.toString(StandardCharsets.UTF_8);
        assertThat(PremisStructure.faults(parsed(sound))).isEmpty();
        String broken = sound.replaceFirst(what, by == null ? "" : by);
        assertThat(broken).isNotEqualTo(sound);
        assertThat(PremisStructure.faults(parsed(broken))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "uco/action/\"|uco/actions/\"",
                "case-investigation:InvestigativeAction|case-investigation:Action",
                "uco-action:startTime|uco-action:beginTime",
                "2026-03-08T00:00:00Z|2026-03-08",
                "xsd:dateTime|xsd:date",
                "\"SHA256\"|\"SHA-256\"",
                "\"uco-types:hashMethod\":\"SHA256\",?|",
                "\"uco-core:object\":\\{\"@id\":\"kb:item|\"uco-core:object\":{\"@id\":\"kb:other",
                "\"case-investigation:wasInformedBy\":\\{\"@id\":\"kb:event|\"case-investigation:wasInformedBy\":{\"@id\":\"kb:statement",
                "\"uco-action:performer\":(\\{.*?\\})|\"uco-action:performer\":[$1,$1]",
                "\"@type\":\"uco-identity:Identity\"|\"@type\":\"uco-types:Hash\"",
                "\"uco-core:statement\":\"[^\"]*\"|\"uco-core:statement\":1",
            })
    void eachFaultOfACaseDocumentIsFound(String what, @org.jspecify.annotations.Nullable String by) throws Exception {
        String sound = JSON.writeValueAsString(CaseDocument.of(TestChain.full()));
        assertThat(JsonLdShapes.caseFaults(JSON.readTree(sound))).isEmpty();
        assertThat(JsonLdShapes.caseFaults(broken(sound, what, by))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"prov:used\":\\{\"@id\":\"kb:item|\"prov:used\":{\"@id\":\"kb:event",
                "prov:startedAtTime|prov:startTime",
                "\"prov:wasAssociatedWith\":\\[\\{\"@id\":\"[^\"]*\"|\"prov:wasAssociatedWith\":[{\"@id\":\"kb:nobody\"",
                "\"@type\":\"prov:Person\"|\"@type\":\"prov:Agency\"",
                "\"dcterms:temporal\":\"[^\"]*\"|\"dcterms:temporal\":\"\"",
            })
    void eachFaultOfAProvDocumentIsFound(String what, @org.jspecify.annotations.Nullable String by) throws Exception {
        String sound = JSON.writeValueAsString(ProvDocument.of(TestChain.full()));
        assertThat(JsonLdShapes.provFaults(JSON.readTree(sound))).isEmpty();
        assertThat(JsonLdShapes.provFaults(broken(sound, what, by))).isNotEmpty();
    }

    private static JsonNode broken(String sound, String what, @org.jspecify.annotations.Nullable String by)
            throws Exception {
        String broken = sound.replaceFirst(what, by == null ? "" : by);
        assertThat(broken).isNotEqualTo(sound);
        return JSON.readTree(broken);
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
