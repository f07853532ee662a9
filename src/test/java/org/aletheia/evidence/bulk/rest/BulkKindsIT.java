package org.aletheia.evidence.bulk.rest;

import static org.aletheia.evidence.bulk.rest.BulkRequest.findings;
import static org.aletheia.evidence.bulk.rest.BulkRequest.id;
import static org.aletheia.evidence.bulk.rest.BulkRequest.line;
import static org.aletheia.evidence.bulk.rest.BulkRequest.load;
import static org.aletheia.evidence.bulk.rest.BulkRequest.whole;
import static org.aletheia.evidence.bulk.rest.BulkRequest.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each kind that is loaded in bulk keeps to the rules of a record made alone. */
@QuarkusTest
@Tag("it")
class BulkKindsIT {
    private static final String VICTIM = "{'type':'individual'}";

    private String run = "";

    @BeforeEach
    void anotherRun() {
        run = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void thoseWhoAreMissingClaimAndSpeakAreLoadedWithTheVictimsThatTheyAre() {
        String item = Items.of("victims-org").id();
        String lines = lines(
                line("victim", "V", VICTIM),
                line("victim", "M", VICTIM),
                line(
                        "missing-person",
                        "P",
                        "{'victim':'ext:%1$s-V','since':'2014-03-05','relatives':[{'kind':'victim',"
                                + "'id':'ext:%1$s-M','relation':'parent'}]}"),
                line("reparation-claim", "C", "{'claimant':'ext:%1$s-M','capacity':'own-behalf'}"),
                line("statement", "S", "{'kind':'first-account','givenBy':{'kind':'victim','id':'ext:%1$s-M'}}"),
                within("source", "T", "missing-person", "P", "{'item':'" + item + "','support':'supports'}"),
                within("source", "U", "reparation-claim", "C", "{'item':'" + item + "','support':'neutral'}"));
        assertThat(load("victims-org", "?dry-run=true", lines).getInt("valid")).isEqualTo(7);
        JsonPath answer = load("victims-org", "?mode=all", lines);
        assertThat(answer.getInt("created")).as(answer.prettify()).isEqualTo(7);
        Records.get("victims-org", "missing-persons/" + id(answer, 2))
                .statusCode(200)
                .header("ETag", "\"r1\"")
                .body("victim", equalTo(id(answer, 0)))
                .body("status", equalTo("missing"))
                .body("relatives[0].record", equalTo(id(answer, 1)));
        Records.get("victims-org", "reparation-claims/" + id(answer, 3))
                .body("status", equalTo("draft"))
                .body("claimant", equalTo(id(answer, 1)));
        Records.get("victims-org", "statements/" + id(answer, 4)).body("givenBy.id", equalTo(id(answer, 1)));
        Records.get("victims-org", "missing-persons/" + id(answer, 2) + "/sources")
                .body("items.id", equalTo(List.of(id(answer, 5))));
        for (String made : List.of(
                "missing-persons/" + id(answer, 2),
                "reparation-claims/" + id(answer, 3),
                "statements/" + id(answer, 4))) {
            Records.get("victims-org", made + "/revisions").statusCode(200).body("items", hasSize(1));
        }
        JsonPath again = load("victims-org", "", lines);
        assertThat(again.getInt("existing")).isEqualTo(7);
        assertThat(again.getList("lines.id")).isEqualTo(answer.getList("lines.id"));
    }

    @Test
    void affiliationsNameThePartiesOfTheSameRequestAndNoProtectedPersonByPost() {
        String item = Items.of("documenter").id();
        String commands = "{'relation':'commands','basis':'de-facto','subject':{'kind':'person','id':'ext:%1$s-",
                unit = "'},'object':{'kind':'unit','id':'ext:%1$s-U'},'post':[{'language':'en','text':'Commander'}]}";
        JsonPath answer = load(
                "documenter",
                "",
                lines(
                        line("person", "A", "{'protectedIdentity':false,'names':[{'language':'en','text':'A. B.'}]}"),
                        line("person", "H", "{'protectedIdentity':true}"),
                        line("unit", "U", "{'names':[{'language':'en','text':'Unit'}]}"),
                        line("affiliation", "F", commands + "A" + unit),
                        line("affiliation", "G", commands + "H" + unit),
                        line("affiliation", "K", "{'relation':'commands','subject':{'kind':'unit','id':'ext:%1$s-U'}}"),
                        within("source", "S", "affiliation", "F", "{'item':'" + item + "','support':'supports'}")));
        assertThat(answer.getInt("created")).as(answer.prettify()).isEqualTo(5);
        assertThat(findings(answer, 4)).containsExactly("/record/post:protected-name");
        assertThat(findings(answer, 5))
                .contains("/record/subject/kind:kind-unknown", "/record/object:required", "/record/basis:required");
        Records.get("documenter", "affiliations/" + id(answer, 3))
                .body("subject.id", equalTo(id(answer, 0)))
                .body("object.id", equalTo(id(answer, 2)));
    }

    @Test
    void aRelativeOfTheSameRequestIsUnderAPseudonym() {
        JsonPath answer = load(
                "documenter",
                "",
                lines(
                        line("victim", "V", VICTIM),
                        line("person", "A", "{'protectedIdentity':false,'names':[{'language':'en','text':'A. B.'}]}"),
                        line(
                                "missing-person",
                                "P",
                                "{'victim':'ext:%1$s-V','since':'2014','relatives':[{'kind':'person',"
                                        + "'id':'ext:%1$s-A','relation':'parent'}]}"),
                        line(
                                "statement",
                                "S",
                                "{'kind':'first-account','givenBy':{'kind':'person','id':'ext:%1$s-A'}}")));
        assertThat(findings(answer, 2)).containsExactly("/record/relatives/0/id:relative-not-protected");
        assertThat(findings(answer, 3)).containsExactly("/record/givenBy/id:person-not-pseudonymous");
    }

    /** A need that a line before tells, or an earlier request, calls for the answer that a statement made alone does. */
    @Test
    void aFullAccountOfAPersonWithANeedIsRefusedWithTheGuidanceUntilThereIsAReason() {
        String full = "{'kind':'recorded-interview','givenBy':{'kind':'victim','id':'ext:%1$s-V'}";
        String lines = lines(
                line("victim", "V", VICTIM),
                line(
                        "statement",
                        "N",
                        "{'kind':'contact-note','givenBy':{'kind':'victim','id':'ext:%1$s-V'},"
                                + "'protectionNeeds':['sexual-violence']}"),
                line("statement", "F", full + "}"),
                line("victim", "W", VICTIM),
                line("statement", "G", full.replace("-V", "-W") + "}"));
        for (String query : List.of("?dry-run=true", "")) {
            JsonPath answer = load("documenter", query, lines);
            assertThat(answer.getInt("refused")).as(answer.prettify()).isEqualTo(1);
            assertThat(findings(answer, 2)).containsExactly("/record/guidanceReason:guidance-required");
            assertThat(answer.getList("lines[2].findings[0].needs")).isEqualTo(List.of("sexual-violence"));
            assertThat(answer.getString("lines[2].findings[0].guidance"))
                    .isEqualTo(AnswerTexts.load("problems").text("en", "guidance-required.detail"));
        }
        JsonPath later = load(
                "documenter",
                "",
                lines(
                        line("statement", "F", full + "}"),
                        line("statement", "R", full + ",'guidanceReason':'wish-of-person'}")));
        assertThat(findings(later, 0)).containsExactly("/record/guidanceReason:guidance-required");
        assertThat(later.getString("lines[1].status")).isEqualTo("created");
        Records.get("documenter", "statements/" + id(later, 1)).body("guidanceReason", equalTo("wish-of-person"));
        JsonPath all = load("documenter", "?mode=all", lines(line("statement", "F", full + "}")));
        assertThat(all.getBoolean("committed")).isFalse();
    }

    @Test
    void whoMayNotSeeClaimNarrativesLoadsNoneAndWhoMayNotClaimLoadsNoClaim() {
        JsonPath answer = load(
                "investigator",
                "",
                lines(
                        line("victim", "V", VICTIM),
                        line(
                                "statement",
                                "N",
                                "{'kind':'claim-narrative','givenBy':{'kind':'victim','id':'ext:%1$s-V'}}"),
                        line("reparation-claim", "C", "{'claimant':'ext:%1$s-V','capacity':'own-behalf'}")));
        assertThat(answer.getInt("created")).isEqualTo(1);
        assertThat(findings(answer, 1)).containsExactly("/kind:kind-not-permitted");
        assertThat(findings(answer, 2)).containsExactly("/kind:kind-not-permitted");
    }

    /** As for a record that there is not, and only the line is refused. */
    @Test
    void aLineWhoseRecordIsNotTheCallersIsRefusedAndNoOther() {
        String item = Items.of("documenter2").id();
        String victim = Records.victim("documenter");
        for (String incident :
                List.of(Records.incident("documenter"), UUID.randomUUID().toString())) {
            anotherRun();
            JsonPath answer = load(
                    "documenter2",
                    "",
                    lines(
                            line("victim", "V", VICTIM),
                            whole("act", "A", "incident", incident, "{'type':'01'}"),
                            whole("source", "S", "incident", incident, "{'item':'" + item + "','support':'supports'}"),
                            line("missing-person", "P", "{'victim':'" + victim + "','since':'2014'}"),
                            line(
                                    "statement",
                                    "T",
                                    "{'kind':'first-account','givenBy':{'kind':'victim','id':'" + victim + "'}}"),
                            line("incident", "I", "{'title':'Strike','language':'en','dates':['2024-03-05']}")));
            assertThat(answer.getList("lines.status"))
                    .as(answer.prettify())
                    .isEqualTo(List.of("created", "refused", "refused", "refused", "refused", "created"));
            assertThat(findings(answer, 1)).containsExactly("/within:reference-unknown");
            assertThat(findings(answer, 2)).containsExactly("/within:reference-unknown");
            assertThat(findings(answer, 3)).containsExactly("/record/victim:reference-unknown");
            assertThat(findings(answer, 4)).containsExactly("/record/givenBy/id:reference-unknown");
        }
    }

    private String lines(String... lines) {
        return BulkRequest.lines(run, lines);
    }
}
