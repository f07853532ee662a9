package org.aletheia.scenario;

import static org.aletheia.scenario.Situation.ANALYST;
import static org.aletheia.scenario.Situation.CLAIMS_OFFICER;
import static org.aletheia.scenario.Situation.DISCLOSURE_OFFICER;
import static org.aletheia.scenario.Situation.FILER;
import static org.aletheia.scenario.Situation.TEAM;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eighteen questions that a prosecutor, a defence lawyer, a claims officer and a survivors' organisation ask of it. */
@QuarkusTest
@Tag("it")
class SituationTest {
    @SuppressWarnings("NullAway.Init")
    private static Situation told;

    /** Once, but not before the server's address is known. */
    @BeforeEach
    void tell() {
        if (told == null) {
            told = new Situation();
        }
    }

    // the prosecutor

    @Test
    void whoCommandedTheBrigadeWhenTheMarketWasHit() {
        get(TEAM, "units/" + told.brigade + "/commanders?on=2014-03-05")
                .statusCode(200)
                .body("commanders.upper.id", contains(told.oldCommander))
                .body("commanders.certainty", contains("certain"))
                .body("findings", hasSize(0));
    }

    @Test
    void andWhoDidWhenPeopleWereDetained() {
        get(TEAM, "units/" + told.brigade + "/commanders?on=2014-06-01")
                .statusCode(200)
                .body("commanders.upper.id", contains(told.newCommander));
    }

    @Test
    void whoStoodAboveTheBattalionThatDay() {
        get(TEAM, "units/" + told.battalion + "/chain-of-command?on=2014-06-01&direction=up")
                .statusCode(200)
                .body("bodies.id", contains(told.battalion, told.brigade))
                .body("commanders.upper.id", contains(told.newCommander));
    }

    @Test
    void whatIsAttributedToTheStateAndOnWhatEvidence() {
        get(TEAM, "states/" + told.state + "/attributed?article=ARS-4")
                .statusCode(200)
                .body("items.id", contains(told.brigadeAlleged))
                .body("items[0].alleged", equalTo(true))
                .body("items[0].sources.item", containsInAnyOrder(told.firstWitness, told.secondWitness));
    }

    @Test
    void whichElementsAreNotYetSupported() {
        String gaps = get(TEAM, "case-files/" + told.caseFile + "/gaps")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(gaps)
                .contains("not-yet", "contradicting-source", "not-reviewed", "no-elements")
                .contains(told.killingCharge, told.detentionCharge);
    }

    @Test
    void inWhichOrderItHappened() {
        List<String> order = get(TEAM, "case-files/" + told.caseFile + "/chronology")
                .statusCode(200)
                .extract()
                .path("entries.id");
        assertThat(order).containsSubsequence(told.strike, told.detention);
        assertThat(order.indexOf(told.killing)).isLessThan(order.indexOf(told.imprisonment));
    }

    @Test
    void whetherAnybodyElseKnowsTheFirstCommander() {
        get(TEAM, "persons/" + told.oldCommander).statusCode(200).body("joins", equalTo(1));
        get(TEAM, "persons/" + told.oldCommander + "/joins/side-by-side")
                .statusCode(200)
                .body("records.id", contains(told.oldCommander, told.commanderOfFieldTeam))
                .body("joins.id", contains(told.sameCommander));
        get(TEAM, "persons/" + told.newCommander).statusCode(200).body("joins", nullValue());
    }

    // the defence

    @Test
    void whatSpeaksAgainstTheAllegation() {
        get(TEAM, "involvements/" + told.brigadeAlleged + "/sources/attributes")
                .statusCode(200)
                .body("attributes.findAll { it.pointer.startsWith('/party') }.standing", hasItem("contested"));
        get(TEAM, "involvements/" + told.brigadeAlleged)
                .body("alleged", equalTo(true))
                .body("sources.support", containsInAnyOrder("supports", "contradicts"));
    }

    @Test
    void whetherWhatExculpatesReachesThoseWhoMustDisclose() {
        get(DISCLOSURE_OFFICER, "disclosure-register/" + told.secondWitness).statusCode(200);
        String certificate = "case-files/" + told.caseFile + "/disclosure-certificate";
        post(DISCLOSURE_OFFICER, certificate, Map.of())
                .statusCode(409)
                .body("findings.item", hasItem(told.secondWitness));
        List<String> undecided = get(DISCLOSURE_OFFICER, "case-files/" + told.caseFile + "/disclosure")
                .statusCode(200)
                .extract()
                .path("items.findAll { it.finding != null }.item.id");
        undecided.forEach(item -> create(
                DISCLOSURE_OFFICER,
                "case-files/" + told.caseFile + "/disclosure-decisions",
                Map.of("item", item, "decision", "disclose", "reasons", List.of("terms-of-provider"))));
        post(DISCLOSURE_OFFICER, certificate, Map.of()).statusCode(201);
    }

    @Test
    void whatIsKnownOfTheItemAndByWhom() {
        get(TEAM, "items/" + told.firstWitness + "/findings")
                .statusCode(200)
                .body("$", hasKey("integrity"))
                .body("$", hasKey("provenance"))
                .body("$", hasKey("authenticity"));
        get(TEAM, "items/" + told.firstWitness + "/cited-by")
                .statusCode(200)
                .body("items.subject", hasItems(told.brigadeAlleged));
    }

    /** Nobody said so: it follows from when he was born and when people were detained. */
    @Test
    void whetherAnAllegationAgainstAChildIsHeldAsOne() {
        get(TEAM, "involvements/" + told.recruitAlleged)
                .statusCode(200)
                .body("standing", equalTo("awaits-supervisor"))
                .body("childhood", equalTo("surely"))
                .body("seenAs", equalTo("victim"));
        get(TEAM, "graph?kind=act&id=" + told.imprisonment)
                .statusCode(200)
                .body("nodes.id", hasItem(told.battalionAlleged))
                .body("nodes.id", not(hasItem(told.recruitAlleged)));
        String dossier = get(TEAM, "dossier?kind=act&id=" + told.imprisonment)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(dossier).contains(told.battalionAlleged).doesNotContain(told.recruitAlleged, "Guard Jim");
    }

    @Test
    void howTheIncidentsHangTogether() {
        get(TEAM, "incidents/" + told.siege + "/links")
                .statusCode(200)
                .body("items.seen.relation", contains("encompasses", "encompasses"))
                .body("items.seen.incident", containsInAnyOrder(told.strike, told.detention));
    }

    // the claims officer

    @Test
    void whatTheClaimLacksInPlainWords() {
        get(CLAIMS_OFFICER, "reparation-claims/" + told.claims.get(2) + "/sufficiency")
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("categories[0].requirements.find { it.id == 'ownership' }.met", equalTo(false));
    }

    @Test
    void whichClaimsOverlapAndThatTheClaimantIsNotToldSo() {
        String first = told.claims.get(0);
        get(CLAIMS_OFFICER, "reparation-claims/" + first + "/overlaps")
                .statusCode(200)
                .body("overlaps.claim", hasItem(told.claims.get(1)));
        get(FILER, "reparation-claims/" + first + "/overlaps").statusCode(404);
    }

    @Test
    void whatWasDeliveredAndWhatIsStillOwed() {
        get(CLAIMS_OFFICER, "reparation-claims/" + told.claims.get(3) + "/deliveries")
                .statusCode(200)
                .body("balances[0].open", equalTo(400_000));
    }

    // the survivors' organisation

    @Test
    void whatBecameOfTheMissingAndWhoSaysSo() {
        get(ANALYST, "missing-persons/" + told.missing)
                .statusCode(200)
                .body("status", equalTo("remains-located"))
                .body("continuing", equalTo(true))
                .body("relatives[0].wishes", contains("in-person"));
        get(ANALYST, "missing-status-proposals/" + told.proposal)
                .body("proposedBy", equalTo(Situation.member(ANALYST)))
                .body("decision.by", equalTo(Situation.member(TEAM)))
                .body("sources", hasSize(1));
        get(ANALYST, "missing-persons/" + told.missing + "/whereabouts").body("items.type", contains("denial"));
    }

    @Test
    void whichChildIsToBeAskedAnew() {
        assertThat(Records.listed(ANALYST, "victims?majority-before=2018-01-01"))
                .contains(told.child)
                .doesNotContain(told.teacher);
    }

    @Test
    void thatNobodyElseSeesAnyOfIt() {
        for (String path : List.of(
                "incidents/" + told.siege,
                "acts/" + told.killing,
                "involvements/" + told.battalionAlleged,
                "victims/" + told.nurse,
                "missing-persons/" + told.missing,
                "units/" + told.brigade + "/commanders?on=2014-03-05",
                "case-files/" + told.caseFile,
                "reparation-claims/" + told.claims.getFirst())) {
            get("documenter2", path).statusCode(404);
        }
    }
}
