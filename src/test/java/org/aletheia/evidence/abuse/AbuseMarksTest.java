package org.aletheia.evidence.abuse;

import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.Role;
import org.aletheia.access.approval.Approval;
import org.aletheia.access.approval.Matter;
import org.aletheia.access.approval.Payload;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Approving;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is suspected to be material of the abuse of children is for named persons alone, from the moment somebody says so. */
@QuarkusTest
@Tag("it")
class AbuseMarksTest {
    @Inject
    AbuseMarks marks;

    @Inject
    AbuseMaterialStaysInside inside;

    @AfterEach
    void nobodyStaysNamed() {
        for (Map.Entry<String, String> user :
                Map.of("counsel2", "counsel", "documenter", "documenter").entrySet()) {
            Approving.byTwo(compartments(user.getKey(), user.getValue(), List.of()));
        }
    }

    @Test
    void whoeverReadsItMarksItAtOnceAndTwoLiftTheMark() {
        String item = Items.readableBy("investigator").id();
        mark("investigator", item).statusCode(204);
        for (String user : List.of("investigator", "documenter", "counsel2", "counsel", "case-team", "auditor")) {
            get(user, "items/" + item).statusCode(404);
            get(user, "items/" + item + "/content").statusCode(404);
        }
        mark("documenter", item).statusCode(404);
        assertThat(Records.listed("documenter", "items")).doesNotContain(item);

        name("counsel2", "counsel");
        get("counsel2", "items/" + item).statusCode(200);
        get("counsel2", "items/" + item + "/content").statusCode(200);
        mark("counsel2", item).statusCode(409).body("code", equalTo("state-refused"));
        for (ExportForm form : ExportForm.values()) {
            assertThat(inside.barred(UUID.fromString(item), form)).isTrue();
        }

        post("counsel2", "item-sheet", Map.of("items", List.of(item))).statusCode(400);

        lift("documenter", item).statusCode(404);
        lift("counsel", item).statusCode(404);
        post("counsel2", "items/" + item + "/abuse-mark/lifting", Map.of())
                .statusCode(400)
                .body("findings.pointer", contains("/reason"));
        String asked = Approving.asked(lift("counsel2", item));
        Approving.decide("documenter", asked, "approved").statusCode(404);
        get("investigator", "items/" + item).statusCode(404);
        name("documenter", "documenter");
        Approving.decide("documenter", asked, "approved").statusCode(200);
        get("investigator", "items/" + item).statusCode(200);
        get("documenter", "items/" + item + "/content").statusCode(200);
        lift("counsel2", item).statusCode(404);
        assertThat(inside.barred(UUID.fromString(item), ExportForm.DOSSIER)).isFalse();
        assertThat(AdminDatabase.eventsOf(UUID.fromString(item)))
                .contains("CE-ABUSE-SUSPECTED", "CE-ABUSE-SUSPICION-LIFTED");
    }

    @Test
    void whoMayNotReadTheContentMarksNothing() {
        String item = Items.of("documenter").id();
        for (String user : List.of("documenter2", "auditor", "admin", "investigator")) {
            mark(user, item).statusCode(404);
        }
        get("documenter", "items/" + item).statusCode(200);
    }

    @Test
    void oneOfTheTwoIsCounsel() {
        UUID owner = UUID.randomUUID();
        Approval byNamed = asked(owner, "named-person");
        assertThat(marks.entitles(principal(owner, Role.DOCUMENTER, true), byNamed))
                .isFalse();
        assertThat(marks.entitles(principal(owner, Role.COUNSEL, false), byNamed))
                .isTrue();
        assertThat(marks.entitles(principal(UUID.randomUUID(), Role.COUNSEL, true), byNamed))
                .isFalse();
        Approval byCounsel = asked(owner, "counsel");
        assertThat(marks.entitles(principal(owner, Role.DOCUMENTER, true), byCounsel))
                .isTrue();
        assertThat(marks.entitles(principal(owner, Role.DOCUMENTER, false), byCounsel))
                .isFalse();
    }

    @Test
    void noChangeOfTheTableLiftsAMark() {
        String item = Items.of("documenter").id();
        mark("documenter", item).statusCode(204);
        for (String change : List.of(
                "ended_at = now(), ended_by_event = begun_by_event", "ends_at = now()", "ground = 'privilege'")) {
            assertThatThrownBy(
                            () -> Database.owner("update closure set " + change + " where record_id = '" + item + "'"))
                    .hasMessageContaining("lifted by two");
        }
    }

    private static ValidatableResponse mark(String user, String item) {
        return Enrolment.as(user).post("/api/v1/items/" + item + "/abuse-mark").then();
    }

    private static ValidatableResponse lift(String user, String item) {
        return post(user, "items/" + item + "/abuse-mark/lifting", Map.of("reason", "A film of known actors"));
    }

    /** Two administrators name somebody; one alone does not. */
    private static void name(String user, String role) {
        Approving.approved("admin2", compartments(user, role, List.of("abuse-material")));
    }

    private static ValidatableResponse compartments(String user, String role, List<String> compartments) {
        String member = "members/" + Enrolment.member(user);
        String tag = get("admin", member).statusCode(200).extract().header("ETag");
        return Records.put(
                "admin",
                member,
                tag,
                Map.of(
                        "roles",
                        List.of(role),
                        "clearance",
                        "TLP:AMBER+STRICT",
                        "compartments",
                        compartments,
                        "reason",
                        "Named by the board"));
    }

    private static Approval asked(UUID owner, String as) {
        Instant now = Instant.now();
        return new Approval(
                UUID.randomUUID(),
                Matter.ABUSE_MARK_LIFTING,
                UUID.randomUUID(),
                owner,
                new Payload(Map.of("item", UUID.randomUUID().toString(), "askedAs", as)),
                "A film of known actors",
                UUID.randomUUID(),
                owner,
                now,
                now.plusSeconds(60),
                null,
                null);
    }

    private static Principal principal(UUID organisation, Role role, boolean named) {
        return new Principal(
                UUID.randomUUID(),
                "issuer",
                "subject",
                organisation,
                Set.of(role),
                Classification.RED,
                named ? Set.of(Principal.ABUSE_MATERIAL) : Set.of());
    }
}
