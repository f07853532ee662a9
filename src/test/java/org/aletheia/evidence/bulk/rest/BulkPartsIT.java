package org.aletheia.evidence.bulk.rest;

import static org.aletheia.evidence.bulk.rest.BulkRequest.findings;
import static org.aletheia.evidence.bulk.rest.BulkRequest.id;
import static org.aletheia.evidence.bulk.rest.BulkRequest.line;
import static org.aletheia.evidence.bulk.rest.BulkRequest.load;
import static org.aletheia.evidence.bulk.rest.BulkRequest.whole;
import static org.aletheia.evidence.bulk.rest.BulkRequest.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions of statements, whereabouts, case files and their elements in bulk. */
@QuarkusTest
@Tag("it")
class BulkPartsIT {
    private static final String VICTIM = "{'type':'individual'}";
    private static final String TEAM = "case-team";

    private String run = "";

    @BeforeEach
    void anotherRun() {
        run = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void versionsAreAddedToStatementsOfTheSameRequestAndOfEarlierOnes() {
        String item = Testimony.item("documenter");
        String first = lines(
                line("victim", "V", VICTIM),
                line("statement", "S", "{'kind':'first-account','givenBy':{'kind':'victim','id':'ext:%1$s-V'}}"),
                version("O", "{'form':'original','language':'uk','item':'" + item + "'}"),
                version("X", "{'form':'transcript','of':1,'language':'uk','item':'" + item + "'}"),
                version("Y", "{'form':'original','language':'uk','item':'" + item + "'}"),
                version(
                        "Z",
                        "{'form':'translation','of':1,'language':'uk','item':'"
                                + Items.of("documenter").id() + "'}"));
        JsonPath dry = load("documenter", "?dry-run=true", first);
        assertThat(dry.getList("lines.status"))
                .as(dry.prettify())
                .isEqualTo(List.of("valid", "valid", "valid", "valid", "refused", "refused"));
        JsonPath answer = load("documenter", "", first);
        assertThat(answer.getInt("created")).as(answer.prettify()).isEqualTo(4);
        assertThat(findings(answer, 4)).containsExactly("/record/form:original-exists");
        assertThat(findings(answer, 5)).contains("/record/item:item-not-protected", "/record/language:language-same");
        String statement = id(answer, 1);
        assertThat(id(answer, 2)).isEqualTo(statement);
        Records.get("documenter", "statements/" + statement)
                .header("ETag", "\"r3\"")
                .body("versions.number", contains(1, 2))
                .body("versions.form", contains("original", "transcript"));
        Records.get("documenter", "statements/" + statement + "/revisions").body("items", hasSize(3));
        assertThat(AdminDatabase.eventsOf(UUID.fromString(statement)))
                .contains("RECORD-CREATED", "RECORD-REVISED", "RECORD-REVISED");

        String later = lines(
                version("X", "{'form':'transcript','of':1,'language':'uk','item':'" + item + "'}"),
                version(
                        "T",
                        "{'form':'translation','of':2,'language':'en','item':'" + item + "','translation':'machine'}"));
        JsonPath next = load("documenter", "?mode=all", later);
        assertThat(next.getList("lines.status")).isEqualTo(List.of("existing", "created"));
        Records.get("documenter", "statements/" + statement).body("versions.number", contains(1, 2, 3));
        JsonPath others = load(
                "documenter2",
                "",
                lines(whole("statement-version", "U", "statement", statement, "{'form':'original','language':'uk'}")));
        assertThat(findings(others, 0)).containsExactly("/within:reference-unknown");
        JsonPath undone = load(
                "documenter",
                "?mode=all",
                lines(
                        version("M", "{'form':'transcript','of':1,'language':'uk','item':'" + item + "'}"),
                        version("N", "{'form':'transcript','of':9,'language':'uk','item':'" + item + "'}")));
        assertThat(undone.getBoolean("committed")).isFalse();
        assertThat(findings(undone, 1)).containsExactly("/record/of:version-unknown");
        Records.get("documenter", "statements/" + statement).body("versions", hasSize(3));
    }

    @Test
    void whereaboutsAreLoadedWithTheirSources() {
        String item = Items.of("documenter").id();
        String lines = lines(
                line("victim", "V", VICTIM),
                line("missing-person", "P", "{'victim':'ext:%1$s-V','since':'2014-03-05'}"),
                within(
                        "whereabouts",
                        "W",
                        "missing-person",
                        "P",
                        "{'type':'denial','date':'2014-09-01','authority':'Ministry','sources':[{'item':'" + item
                                + "','support':'supports'}]}"),
                within("whereabouts", "N", "missing-person", "P", "{'type':'denial','date':'2014-09-01'}"),
                within("source", "S", "whereabouts", "W", "{'item':'" + item + "','support':'contradicts'}"));
        assertThat(load("documenter", "?dry-run=true", lines).getInt("valid")).isEqualTo(4);
        JsonPath answer = load("documenter", "", lines);
        assertThat(answer.getInt("created")).as(answer.prettify()).isEqualTo(4);
        assertThat(findings(answer, 3))
                .containsExactlyInAnyOrder("/record/authority:authority-required", "/record/sources:source-required");
        Records.get("documenter", "whereabouts/" + id(answer, 2))
                .body("missingPerson", equalTo(id(answer, 1)))
                .body("sources", hasSize(2));
        assertThat(load("documenter", "", lines).getInt("existing")).isEqualTo(4);
    }

    @Test
    void casesAreLoadedWithChargesAndElements() {
        String item = Items.readableBy(TEAM).id();
        String lines = lines(
                line("unit", "U", "{'names':[{'language':'en','text':'Unit'}]}"),
                line("case-file", "C", caseFile()),
                within("case-element", "E", "case-file", "C", element("charge:1")),
                within("case-element", "F", "case-file", "C", element("charge:2")),
                within("source", "S", "case-element", "E", "{'item':'" + item + "','support':'supports'}"));
        assertThat(load(TEAM, "?dry-run=true", lines).getInt("valid")).isEqualTo(4);
        JsonPath answer = load(TEAM, "", lines);
        assertThat(answer.getInt("created")).as(answer.prettify()).isEqualTo(4);
        assertThat(findings(answer, 3)).hasSize(1).first().asString().startsWith("/record/charge:");
        String charge = Records.get(TEAM, "case-files/" + id(answer, 1))
                .statusCode(200)
                .body("members", hasSize(2))
                .body("charges[0].alleged.id", equalTo(id(answer, 0)))
                .extract()
                .path("charges[0].id");
        Records.get(TEAM, "case-elements/" + id(answer, 2)).body("charge", equalTo(charge));
        Records.get("case-team2", "case-elements/" + id(answer, 2) + "/sources")
                .body("items.id", contains(id(answer, 4)));
        JsonPath again = load(TEAM, "", lines);
        assertThat(again.getInt("existing")).isEqualTo(4);
        assertThat(again.getList("lines.id")).isEqualTo(answer.getList("lines.id"));
    }

    /** Nobody learns by a name that was taken that colleagues have a case. */
    @Test
    void whatALineCallsACaseIsForItsAuthorAlone() {
        String lines = lines(
                line("unit", "U", "{'names':[{'language':'en','text':'Unit'}]}"), line("case-file", "C", caseFile()));
        String made = id(load(TEAM, "", lines), 1);
        JsonPath colleague = load(
                "case-team2",
                "",
                lines(
                        line("unit", "U", "{'names':[{'language':'en','text':'Unit'}]}"),
                        line("case-file", "C", caseFile()),
                        within("case-element", "E", "case-file", "D", element("charge:1"))));
        assertThat(colleague.getList("lines.status"))
                .as(colleague.prettify())
                .isEqualTo(List.of("existing", "created", "refused"));
        assertThat(id(colleague, 1)).isNotEqualTo(made);
        assertThat(findings(colleague, 2)).containsExactly("/within:id");
        JsonPath outside =
                load("investigator", "", lines(whole("case-element", "E", "case-file", made, element("charge:1"))));
        assertThat(outside.getString("lines[0].status")).isEqualTo("refused");
        JsonPath documenter = load("documenter", "", lines(line("case-file", "C", caseFile())));
        assertThat(findings(documenter, 0)).containsExactly("/kind:kind-not-permitted");
    }

    private static String caseFile() {
        return "{'title':'Shelling of the market','language':'en','members':['" + Enrolment.member(TEAM) + "','"
                + Enrolment.member("case-team2")
                + "'],'charges':[{'alleged':{'kind':'unit','id':'ext:%1$s-U'},'crime':{'list':'icc-crime',"
                + "'code':'RS-7(1)(a)'},'liability':['RS-28(a)']}]}";
    }

    private static String element(String charge) {
        return "{'charge':'" + charge
                + "','code':'EL-7.C1','standard':'reasonable-grounds-to-believe','state':'partly'}";
    }

    private static String version(String name, String record) {
        return within("statement-version", name, "statement", "S", record);
    }

    private String lines(String... lines) {
        return BulkRequest.lines(run, lines);
    }
}
