package org.aletheia.evidence.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ItemMetadataReaderTest {
    private static final CodeLists CODES = new CodeLists();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FULL = """
        {"title": "قصف المستشفى", "description": "视频，两分钟", "kind": "video", "languages": ["ar", "zh-Hant"],
         "source": {"category": "witness", "reference": "P-72", "howObtained": "sent by message"},
         "acquisition": {"method": "file-copy", "tool": {"name": "rsync", "version": "3.4"},
                         "operator": "documenter", "authority": "consent of the owner", "at": "2026-03-05"},
         "captured": "2026-03-04T10:00:00Z",
         "place": {"geometry": {"type": "Point", "coordinates": [36.3, 33.5]}, "precision": "vicinity"},
         "custodyBefore": [{"role": "witness", "from": "2026-03-04", "to": "2026-03-05", "handover": "in-person"},
                           {"role": "courier", "organisation": "Relief Network", "handover": "removable-media"}],
         "custodyGaps": [{"period": "2026-03-05/2026-03-06", "reason": "in-transit", "risk": "low",
                          "note": "border"}],
         "digests": [{"algorithm": "md5", "value": "d41d8cd98f00b204e9800998ecf8427e"}],
         "contentMarkings": ["child", "graphic"], "mayIdentifyProtectedPerson": true,
         "webCapture": {"sourceUrl": "https://example.org/v/1", "capturedAt": "2026-03-05T08:00:00+02:00",
                        "media": ["0199c0de-0000-7000-8000-000000000001"], "collector": "A-4"},
         "fileName": "فيديو.mp4", "mediaType": "video/mp4; codecs=\\"avc1\\""}
        """;

    @Test
    void everyMemberSurvivesStorage() throws Exception {
        ItemMetadata item = Objects.requireNonNull(read(FULL, new Findings()));
        assertThat(JSON.readTree(StoredStatements.write(item))).isEqualTo(JSON.readTree(FULL));
        assertThat(StoredStatements.item(StoredStatements.write(item))).isEqualTo(item);
    }

    @Test
    void theRiskOfAGapIsThereAlsoWhereNobodySaid() {
        String item = "{\"title\": \"t\", \"kind\": \"video\","
                + " \"custodyGaps\": [{\"period\": \"2026\", \"reason\": \"in-transit\"}]}";
        assertThat(Objects.requireNonNull(read(item, new Findings())).custodyGaps())
                .extracting(CustodyGap::risk)
                .containsExactly("not-assessed");
        assertThat(StoredStatements.item(item).custodyGaps())
                .as("stored before there was a risk")
                .extracting(CustodyGap::risk)
                .containsExactly("not-assessed");
        Findings findings = new Findings();
        read(item.replace("\"in-transit\"", "\"in-transit\", \"risk\": \"huge\""), findings);
        assertThat(findings.list()).extracting(Finding::pointer).containsExactly("/custodyGaps/0/risk");
    }

    @Test
    void titleAndKindAreEnough() {
        ItemMetadata item =
                Objects.requireNonNull(read("{\"title\": \"t\", \"kind\": \"photograph\"}", new Findings()));
        assertThat(item.mayIdentifyProtectedPerson()).isFalse();
        assertThat(item.custodyBefore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"testimony", "medical", "claim", "message", "dataset"})
    void someKindsMayIdentifyUnlessDenied(String kind) {
        assertThat(read("{\"title\": \"t\", \"kind\": \"" + kind + "\"}").mayIdentifyProtectedPerson())
                .isTrue();
        assertThat(read("{\"title\": \"t\", \"kind\": \"" + kind + "\", \"mayIdentifyProtectedPerson\": false}")
                        .mayIdentifyProtectedPerson())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // before, said before, after, said after, holds
        "photograph, true, photograph, , true",
        "photograph, true, photograph, false, false",
        "photograph, false, photograph, , false",
        "photograph, , photograph, true, true",
        "testimony, , document, , true",
        "testimony, , document, false, false",
        "testimony, false, testimony, , false",
        "document, , testimony, , true",
        "document, , testimony, false, false",
        "message, false, testimony, , false",
    })
    void onlyAnExplicitNoOpens(
            String kind, @Nullable Boolean said, String nextKind, @Nullable Boolean nextSaid, boolean holds) {
        ItemMetadata before = read(body(kind, said));

        assertThat(reread(body(nextKind, nextSaid), before).mayIdentifyProtectedPerson())
                .isEqualTo(holds);
    }

    private static String body(String kind, @Nullable Boolean mayIdentify) {
        String flag = mayIdentify == null ? "" : ", \"mayIdentifyProtectedPerson\": " + mayIdentify;
        return "{\"title\": \"t\", \"kind\": \"" + kind + "\"" + flag + "}";
    }

    private static ItemMetadata reread(String body, ItemMetadata before) {
        JsonFields fields = Objects.requireNonNull(JsonFields.root(StoredStatements.json(body), new Findings()));
        return Objects.requireNonNull(new ItemMetadataReader(CODES::check).read(fields, before, false));
    }

    @Test
    void anAccountNameMayIdentify() {
        assertThat(read("{\"title\": \"t\", \"kind\": \"web-page\", \"webCapture\": {\"sourceUrl\": \"https://e.org/\","
                                + " \"capturedAt\": \"2026\", \"uploaderHandle\": \"someone\"}}")
                        .mayIdentifyProtectedPerson())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-12", "C7", "V-7K3M9-QXD2F", "documenter", "laboratory"})
    void whoActedIsACodeOrAPseudonym(String who) {
        assertThat(faults("\"acquisition\": {\"method\": \"file-copy\", \"operator\": \"" + who + "\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olena.kovalenko",
                "OLENA-KOVALENKO",
                "olena",
                "O-KOVALENKO",
                "V-HARRY-SMYTH",
                "collector-7",
                "KOVAL-7",
                "V-3804412345678"
            })
    void whatCouldBeANameIsRefusedWhereverSomebodyIsNamed(String name) {
        assertThat(faults("\"acquisition\": {\"method\": \"file-copy\", \"operator\": \"" + name + "\"}"))
                .containsExactly("/acquisition/operator not-a-code-or-pseudonym");
        assertThat(faults("\"source\": {\"category\": \"witness\", \"reference\": \"" + name + "\"}"))
                .containsExactly("/source/reference not-a-code-or-pseudonym");
        assertThat(faults("\"webCapture\": {\"sourceUrl\": \"https://e.org/\", \"capturedAt\": \"2026\","
                        + " \"collector\": \"" + name + "\"}"))
                .containsExactly("/webCapture/collector not-a-code-or-pseudonym");
        assertThat(faults("\"custodyBefore\": [{\"role\": \"" + name + "\"}]"))
                .containsExactly("/custodyBefore/0/role code-unknown");
    }

    @Test
    void statementsStoredBeforeRolesWereListedCanBeRead() {
        String old = """
            {"title": "t", "kind": "video", "custodyBefore": [{"role": "photographer-2"}],
             "source": {"category": "witness", "reference": "P-7K2"},
             "acquisition": {"method": "file-copy", "operator": "collector-7"}}\
            """;
        assertThat(StoredStatements.item(old).custodyBefore().getFirst().role()).isEqualTo("photographer-2");
    }

    private static Set<String> faults(String members) {
        Findings findings = new Findings();
        read("{\"title\": \"t\", \"kind\": \"video\", " + members + "}", findings);
        return found(findings);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Findings findings = new Findings();
        assertThat(read("""
            {"kind": "sculpture", "languages": ["en", "x y"], "captured": "yesterday", "surprise": 1,
             "place": {"geometry": {"type": "Point", "coordinates": [200, 1]}, "precision": "roughly"},
             "acquisition": {"method": "file-copy", "operator": "Ann Example"},
             "custodyGaps": [{"period": "2026-02-30"}], "a/b~c": true,
             "digests": [{"algorithm": "sha-256", "value": "00"}, {"algorithm": "crc", "value": "00"}],
             "webCapture": {"sourceUrl": "ftp:x", "capturedAt": "2026", "collectorIp": "192.0.2.1"}}
            """, findings)).isNull();
        assertThat(found(findings))
                .containsExactlyInAnyOrder(
                        "/title required",
                        "/kind code-unknown",
                        "/languages/1 language-tag",
                        "/captured edtf-form",
                        "/place/geometry longitude",
                        "/place/precision code-unknown",
                        "/acquisition/operator not-a-code-or-pseudonym",
                        "/custodyGaps/0/period edtf-impossible",
                        "/custodyGaps/0/reason required",
                        "/digests/0/value digest-length",
                        "/digests/1/algorithm digest-algorithm",
                        "/webCapture/collectorIp belongs-in-vault",
                        "/webCapture/sourceUrl url-malformed",
                        "/surprise unknown-property",
                        "/a~1b~0c unknown-property");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"title\": 7 | /title not-a-text",
                "\"title\": \"  \" | /title blank",
                "\"title\": \"a\\u0000b\" | /title character-refused",
                "\"title\": \"a\\ud800b\" | /title character-refused",
                "\"languages\": \"en\" | /languages not-an-array",
                "\"source\": [] | /source not-an-object",
                "\"mayIdentifyProtectedPerson\": \"no\" | /mayIdentifyProtectedPerson not-a-boolean",
                "\"fileName\": \"sealed:v1:AAAA\" | /fileName file-name-reserved",
                "\"fileName\": \"\" | /fileName file-name-length",
                "\"mediaType\": \"text\" | /mediaType media-type-malformed",
                "\"digests\": [{\"algorithm\": \"md5\", \"value\": \"D41D8CD98F00B204E9800998ECF8427E\"}] |"
                        + " /digests/0/value digest-hex",
                "\"place\": {\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,1],[2,2],[3,3]]]},"
                        + " \"precision\": \"exact\"} | /place/geometry geojson-ring",
            })
    void eachRuleHasItsFinding(String member, String expected) {
        Findings findings = new Findings();
        String title = member.contains("\"title\"") ? "" : "\"title\": \"t\", ";
        assertThat(read("{" + title + "\"kind\": \"video\", " + member + "}", findings))
                .isNull();
        assertThat(found(findings)).containsExactly(expected);
    }

    @Test
    void boundsCountAndLength() {
        Findings findings = new Findings();
        String languages = "\"en\", ".repeat(50) + "\"en\"";
        read(
                "{\"title\": \"" + "😀".repeat(301) + "\", \"kind\": \"video\", \"languages\": [" + languages + "]}",
                findings);
        assertThat(found(findings)).containsExactlyInAnyOrder("/title too-long", "/languages too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "1"})
    void onlyAnObjectIsAStatement(String body) {
        Findings findings = new Findings();
        assertThat(read(body, findings)).isNull();
        assertThat(found(findings)).containsExactly(" not-an-object");
    }

    private static ItemMetadata read(String body) {
        return Objects.requireNonNull(read(body, new Findings()));
    }

    private static @Nullable ItemMetadata read(String body, Findings findings) {
        try {
            return new ItemMetadataReader(CODES::check).read(JSON.readTree(body), findings);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> found(Findings findings) {
        return findings.list().stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .collect(Collectors.toSet());
    }
}
