package org.aletheia.joins.prior.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.aletheia.joins.prior.PriorComparison;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever asks gets one answer; the two contact desks learn of a match; nobody ever hears no. */
@QuarkusTest
@Tag("it")
class PriorInterviewsIT {
    private static final String CYRILLIC = "бвдзклмнпрст";
    private static final String LATIN = "bvdzklmnprst";
    private static final String DESK = "protection-officer";
    private static final String OTHER_DESK = "counsel2";

    @Inject
    PriorComparison comparison;

    /** A family name in two scripts. */
    private record Name(String cyrillic, String latin) {
        static Name some() {
            StringBuilder one = new StringBuilder();
            StringBuilder other = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                int at = ThreadLocalRandom.current().nextInt(CYRILLIC.length());
                one.append(CYRILLIC.charAt(at)).append(i % 2 == 0 ? "а" : "");
                other.append(LATIN.charAt(at)).append(i % 2 == 0 ? "a" : "");
            }
            return new Name(one.toString(), other.toString());
        }
    }

    @BeforeEach
    void interviewersAndDesks() {
        roles("documenter", "documenter", "interviewer");
        roles("documenter2", "documenter", "interviewer");
        roles(OTHER_DESK, "counsel", DESK);
    }

    @AfterEach
    void asBefore() {
        roles("documenter", "documenter");
        roles("documenter2", "documenter");
        roles(OTHER_DESK, "counsel");
    }

    @Test
    void theAskerGetsOneAnswerAndTheTwoDesksLearn() {
        Name name = Name.some();
        String told = interviewed("investigator", name.cyrillic() + " Олена");
        String asked = known("documenter", "Olena " + name.latin(), "1984");
        String stranger = known("documenter", Name.some().latin() + " Petro", "1984");

        String found = ask("documenter", asked).statusCode(202).extract().asString();
        assertThat(ask("documenter", stranger).statusCode(202).extract().asString())
                .isEqualTo(found)
                .contains("contact-desks-advise");
        assertThat(about(DESK)).as("not yet compared").doesNotContain(told);
        comparison.compare();

        assertThat(matches(DESK)).contains(Map.of("about", told, "organisation", organisation("Field Team")));
        assertThat(matches(OTHER_DESK)).contains(Map.of("about", asked, "organisation", organisation("Commission")));
        assertThat(about(DESK)).doesNotContain(asked, stranger);
        assertThat(about(OTHER_DESK)).doesNotContain(told, stranger);
        for (String user : List.of("documenter", "investigator", "documenter2", "auditor")) {
            assertThat(about(user)).as(user).isEmpty();
        }
        assertThat(ask("documenter", asked).extract().asString()).isEqualTo(found);
        comparison.compare();
        assertThat(AdminDatabase.eventsOf(UUID.fromString(asked))).contains("CE-PRIOR-INTERVIEW-ASKED");
        assertThat(AdminDatabase.eventsOf(UUID.fromString(told))).doesNotContain("CE-PRIOR-INTERVIEW-ASKED");
        assertThat(AdminDatabase.column("select count(*)::text from prior_question where compared_at is null"))
                .containsExactly("0");
    }

    @Test
    void whoDoesNotWantToBeFoundIsNot() {
        Name name = Name.some();
        String out = interviewed("investigator", name.cyrillic());
        wish("investigator", out, true).statusCode(204);
        wish("documenter2", out, true).statusCode(404);
        store("investigator", out, name.cyrillic(), "1984"); // storing anew does not undo the wish
        compared(known("documenter", name.latin(), "1984"));
        assertThat(about(DESK)).doesNotContain(out);

        wish("investigator", out, false).statusCode(204);
        store("investigator", out, name.cyrillic(), "1984");
        compared(known("documenter", name.latin(), "1984"));
        assertThat(about(DESK)).contains(out);
        assertThat(AdminDatabase.eventsOf(UUID.fromString(out))).contains("CE-PRIOR-INTERVIEW-OPT-OUT");
    }

    @Test
    void whoseIdentityWasErasedLeavesNoMark() {
        Name name = Name.some();
        String gone = interviewed("investigator", name.cyrillic());
        assertThat(marks(gone)).isPositive();
        String erasure = create(
                "investigator",
                "identity-erasures",
                Map.of("subject", Testimony.victim(gone), "ground", "erasure-request"));
        post("counsel", "identity-erasures/" + erasure + "/decisions", Map.of("outcome", "approved"))
                .statusCode(200);
        assertThat(marks(gone)).isZero();
        compared(known("documenter", name.latin(), "1984"));
        assertThat(about(DESK)).doesNotContain(gone);
    }

    @Test
    void onlyAnInterviewByAnotherOrganisationOfSomebodyOfThatAgeCounts() {
        Name name = Name.some();
        String colleague = interviewed("documenter", name.cyrillic());
        String onlyMet = known("investigator", name.cyrillic(), "1984");
        String older = interviewed("investigator", name.cyrillic(), "1960");
        String ageless = known("investigator", name.cyrillic(), "19XX");
        assertThat(marks(ageless)).as("too many would be found").isZero();
        String decade = interviewed("investigator", name.cyrillic(), "198X");
        String asked = known("documenter", name.latin(), "1984");
        compared(asked);
        assertThat(about(DESK)).contains(decade).doesNotContain(onlyMet, older, ageless);
        assertThat(about(OTHER_DESK)).contains(asked).doesNotContain(colleague);
    }

    @Test
    void itIsAskedWithThePersonsAgreementOfThisMomentForAnInterviewOfTheirs() {
        String own = known("documenter", Name.some().latin(), "1984");
        String foreign = known("investigator", Name.some().latin(), "1984");
        post("documenter", "prior-interview-questions", Map.of())
                .statusCode(400)
                .body("findings.pointer", containsInAnyOrder("/about", "/interview", "/agreement"));
        Map<String, Object> wrong = new HashMap<>(body(foreign, UUID.randomUUID()));
        wrong.put("interview", "today");
        wrong.put("agreement", Map.of("scope", "CS-STORE", "at", "2020-01-01T00:00:00Z"));
        post("documenter", "prior-interview-questions", wrong)
                .statusCode(400)
                .body(
                        "findings.pointer",
                        containsInAnyOrder("/about/id", "/interview", "/agreement/scope", "/agreement/at"));
        Map<String, Object> late = new HashMap<>(body(own, UUID.randomUUID()));
        late.put(
                "agreement",
                Map.of(
                        "scope",
                        "CS-CHECK-PRIOR",
                        "at",
                        Instant.now().plusSeconds(600).toString()));
        post("documenter", "prior-interview-questions", late)
                .statusCode(400)
                .body("findings.code", equalTo(List.of("agreement-not-now")));
        for (String user : List.of("investigator", DESK, "auditor")) {
            post(user, "prior-interview-questions", body(foreign, UUID.randomUUID()))
                    .statusCode(403);
        }
    }

    @Test
    void whoAsksAboutEverybodyIsStoppedAndOneInterviewIsOneQuestion() {
        String somebody = known("documenter2", Name.some().latin(), "1984");
        UUID interview = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            post("documenter2", "prior-interview-questions", body(somebody, interview))
                    .statusCode(202);
        }
        for (int i = 1; i < 10; i++) {
            ask("documenter2", somebody).statusCode(202);
        }
        ask("documenter2", somebody).statusCode(429).body("code", equalTo("too-many-requests"));
        post("documenter2", "prior-interview-questions", body(somebody, interview))
                .statusCode(202);
    }

    private static void roles(String user, String... roles) {
        String member = "members/" + Enrolment.member(user);
        String tag = get("admin", member).statusCode(200).extract().header("ETag");
        Map<String, Object> standing = Map.of(
                "roles",
                List.of(roles),
                "clearance",
                "TLP:AMBER+STRICT",
                "compartments",
                List.of(),
                "reason",
                "Somebody has to");
        Approving.byTwo(put("admin", member, tag, standing));
    }

    private static String interviewed(String user, String name) {
        return interviewed(user, name, "1984");
    }

    private static String interviewed(String user, String name, String born) {
        String victim = known(user, name, born);
        create(user, "statements", Testimony.body("first-account", victim));
        return victim;
    }

    private static String known(String user, String name, String born) {
        String victim = Records.victim(user);
        store(user, victim, name, born);
        return victim;
    }

    private static void store(String user, String victim, String name, String born) {
        Enrolment.as(user)
                .body(Map.of("names", List.of(Map.of("language", "uk", "text", name)), "born", born))
                .put("/api/v1/victims/" + victim + "/identity")
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> body(String victim, UUID interview) {
        return Map.of(
                "about", Testimony.victim(victim),
                "interview", interview,
                "agreement",
                        Map.of("scope", "CS-CHECK-PRIOR", "at", Instant.now().toString()));
    }

    private static ValidatableResponse ask(String user, String victim) {
        return post(user, "prior-interview-questions", body(victim, UUID.randomUUID()));
    }

    private void compared(String victim) {
        ask("documenter", victim).statusCode(202);
        comparison.compare();
    }

    private static ValidatableResponse wish(String user, String victim, boolean out) {
        return Enrolment.as(user)
                .body(Map.of("out", out))
                .put("/api/v1/victims/" + victim + "/prior-interview-opt-out")
                .then();
    }

    private static List<Map<String, String>> matches(String user) {
        List<Map<String, Object>> items = get(user, "prior-interview-matches?limit=200")
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(item -> Map.of(
                        "about",
                                (String) Objects.requireNonNull((Map<?, ?>) item.get("about"))
                                        .get("id"),
                        "organisation", (String) item.get("organisation")))
                .toList();
    }

    private static List<String> about(String user) {
        return matches(user).stream().map(match -> match.get("about")).toList();
    }

    private static String organisation(String name) {
        return Enrolment.organisation(name).toString();
    }

    private static int marks(String victim) {
        return Integer.parseInt(AdminDatabase.column(
                        "select count(*)::text from vault.prior_mark where subject_id = ?", UUID.fromString(victim))
                .getFirst());
    }
}
