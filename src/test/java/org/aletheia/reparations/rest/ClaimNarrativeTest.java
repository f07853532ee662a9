package org.aletheia.reparations.rest;

import static org.aletheia.reparations.rest.ClaimFiles.CLAIMS;
import static org.aletheia.reparations.rest.ClaimFiles.FILER;
import static org.aletheia.reparations.rest.ClaimFiles.OFFICER;
import static org.aletheia.reparations.rest.ClaimFiles.body;
import static org.aletheia.reparations.rest.ClaimFiles.item;
import static org.aletheia.reparations.rest.ClaimFiles.share;
import static org.aletheia.reparations.rest.ClaimFiles.tag;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.listed;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The claimant's own account, and those who prosecute. */
@QuarkusTest
@Tag("it")
class ClaimNarrativeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PROSECUTION = List.of("investigator", "case-team");

    @Test
    void aNarrativeReachesProsecutionOnlyByItsOwnConsent() {
        String text = "narrative " + UUID.randomUUID();
        String narrative = item(FILER, "testimony", text);
        share("item", narrative);
        PROSECUTION.forEach(user -> get(user, "items/" + narrative).statusCode(200));
        String victim = Records.victim(FILER);
        String claim = Records.create(FILER, "reparation-claims", with(victim, Map.of("item", narrative)));
        share("reparation-claim", claim);

        get(OFFICER, "items/" + narrative).statusCode(200);
        get(FILER, "items/" + narrative).statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(OFFICER, narrative)).isTrue());
        for (String user : PROSECUTION) {
            assertClosed(user, narrative);
        }

        Map<String, Object> consent =
                Map.of("item", narrative, "prosecution", true, "consent", "C-12", "consentedOn", "2026-03-05");
        put(FILER, CLAIMS + claim, tag(claim), with(victim, consent)).statusCode(200);
        PROSECUTION.forEach(user -> get(user, "items/" + narrative).statusCode(200));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found("investigator", narrative))
                .isTrue());

        put(FILER, CLAIMS + claim, tag(claim), with(victim, Map.of("item", narrative)))
                .statusCode(200);
        PROSECUTION.forEach(user -> assertClosed(user, narrative));
        put(FILER, CLAIMS + claim, tag(claim), body(victim)).statusCode(200);
        for (String user : PROSECUTION) {
            assertClosed(user, narrative);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(OFFICER, narrative)).isTrue());
        assertThat(found("investigator", narrative)).isFalse();
    }

    private static void assertClosed(String user, String narrative) {
        for (String below : List.of("", "/content", "/history", "/custody", "/revisions", "/cited-by", "/events")) {
            get(user, "items/" + narrative + below).statusCode(404);
        }
        assertThat(listed(user, "items")).doesNotContain(narrative);
        assertThat(found(user, narrative)).as("search of " + user).isFalse();
    }

    /** Found among all that the caller finds without a word: claim material has only codes in search. */
    private static boolean found(String user, String item) {
        String digest = get(FILER, "items/" + item).extract().path("file.digests.'sha-256'");
        return Enrolment.as(user)
                .queryParam("q", digest)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.id")
                .contains(item);
    }

    @Test
    void nobodyKeepsEvidenceFromProsecutionByCallingItANarrative() {
        String victim = Records.victim(OFFICER);
        String theirs = item(FILER, "testimony");
        share("item", theirs);
        post(OFFICER, "reparation-claims", with(victim, Map.of("item", theirs)))
                .statusCode(400)
                .body("findings.pointer", contains("/narrative/item"))
                .body("findings.code", contains("narrative-not-own"));
        get("investigator", "items/" + theirs).statusCode(200);
        String photograph = item(FILER, "photograph");
        post(FILER, "reparation-claims", with(Records.victim(FILER), Map.of("item", photograph)))
                .statusCode(400)
                .body("findings.pointer", contains("/narrative/item"))
                .body("findings.code", contains("narrative-kind"));
    }

    @Test
    void consentIsFoundAndDated() {
        String narrative = item(FILER, "claim");
        String victim = Records.victim(FILER);
        post(FILER, "reparation-claims", with(victim, Map.of("item", narrative, "prosecution", true)))
                .statusCode(400)
                .body("findings.pointer", contains("/narrative/consent", "/narrative/consentedOn"))
                .body("findings.code", contains("required", "required"));
        post(FILER, "reparation-claims", with(victim, Map.of("item", narrative, "consent", "of Olena")))
                .statusCode(400)
                .body("findings[0].pointer", equalTo("/narrative/consent"))
                .body("findings[0].code", equalTo("consent-reference"));
    }

    private static Map<String, Object> with(String victim, Map<String, Object> narrative) {
        Map<String, Object> body = new HashMap<>(body(victim));
        body.put("narrative", narrative);
        return body;
    }
}
