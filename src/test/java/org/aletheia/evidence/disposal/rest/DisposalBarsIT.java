package org.aletheia.evidence.disposal.rest;

import static org.aletheia.testing.Disposing.body;
import static org.aletheia.testing.Disposing.decide;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Database;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands against a disposal by time, by an open transfer, by an earlier disposal, and by its kind. */
@QuarkusTest
@Tag("it")
class DisposalBarsIT {
    @ParameterizedTest
    @CsvSource({
        "five-years, retention-over",
        "ten-years, outside-mandate",
        "permanent-archive, retention-over",
        "until-proceedings-end, outside-mandate"
    })
    void aRegisteredItemStaysWhileItsRetentionRuns(String rule, String ground) {
        String item = Disposing.registered(rule);
        post("documenter", "disposals", body(ground, "item/" + item))
                .statusCode(409)
                .body("code", equalTo("disposal-refused"))
                .body("reasons.code", equalTo(List.of("retention-running")))
                .body("reasons.id", equalTo(List.of(item)));
    }

    /** A court's order and the withdrawal of consent come before retention; and each rule comes to its end. */
    @Test
    void retentionEnds() throws SQLException {
        String item = Disposing.registered("permanent-archive");
        create("documenter", "disposals", body("court-order", "item/" + item));
        create("documenter", "disposals", body("consent-withdrawn", "item/" + item));
        String until = Disposing.registered("until-proceedings-end");
        create("documenter", "disposals", body("proceedings-ended", "item/" + until));
        String old = Disposing.registered("five-years");
        Database.owner(
                "set session_replication_role = replica; update item set created_at = now() - interval '5 years 1 day'"
                        + " where id = '" + old + "'");
        create("documenter", "disposals", body("retention-over", "item/" + old));
    }

    /** What ended when it was asked may run when it is decided. */
    @Test
    void retentionIsAskedAgainWhenItIsDecided() throws SQLException {
        String item = Disposing.registered("five-years");
        String received = "set session_replication_role = replica; update item set created_at = now() - interval '%s'"
                + " where id = '" + item + "'";
        Database.owner(received.formatted("6 years"));
        String disposal = create("documenter", "disposals", body("retention-over", "item/" + item));
        Database.owner(received.formatted("1 year"));
        decide("counsel2", disposal, "approved")
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("retention-running")));
        Records.get("documenter", "items/" + item).statusCode(200);
    }

    @Test
    void anItemThatIsOfferedStaysUntilTheOfferIsTakenBack() {
        String item = Disposing.notRetained();
        String transfer = create(
                "documenter",
                "items/" + item + "/transfers",
                Map.of("receiver", Enrolment.organisation("Commission").toString(), "purpose", "examination"));
        post("documenter", "disposals", body("outside-mandate", "item/" + item))
                .statusCode(409)
                .body("reasons.code", hasItem("transfer-open"))
                .body("reasons.id", equalTo(List.of(item)));
        post("documenter", "transfers/" + transfer + "/decisions", Map.of("state", "withdrawn", "reason", "mistake"))
                .statusCode(201);
        create("documenter", "disposals", body("outside-mandate", "item/" + item));
    }

    /** Two sources, one after the other: the second is the only one when the item of the first is gone. */
    @Test
    void aSourceWhoseItemWentSupportsNoAllegation() {
        String first = Disposing.notRetained();
        String second = Disposing.notRetained();
        String act = Records.act("documenter", Records.incident("documenter"));
        create(
                "documenter",
                "acts/" + act + "/involvements",
                Map.of(
                        "perpetratorType",
                        "01",
                        "sources",
                        List.of(
                                Map.of("item", first, "support", "supports"),
                                Map.of("item", second, "support", "supports"))));
        Disposing.ofFieldTeam("item/" + first);
        post("documenter", "disposals", body("outside-mandate", "item/" + second))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("only-source")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case-file", "case-element", "disclosure-flag", "disclosure-decision", "disclosure-certificate"})
    void whatMayHaveToBeDisclosedIsKeptWhetherItIsThereOrNot(String kind) {
        String unknown = UUID.randomUUID().toString();
        post("investigator", "disposals", body("court-order", kind + "/" + unknown))
                .statusCode(409)
                .body("code", equalTo("disposal-refused"))
                .body("reasons.kind", equalTo(List.of(kind)))
                .body("reasons.code", equalTo(List.of("kept-for-disclosure")));
    }

    @Test
    void whatIsKeptAndWhatStandsAgainstTheRestIsToldTogether() {
        String incident = Records.incident("investigator");
        Records.act("investigator", incident);
        String file = UUID.randomUUID().toString();
        post("investigator", "disposals", body("danger", "case-file/" + file, "incident/" + incident))
                .statusCode(409)
                .body("reasons.code", containsInAnyOrder("kept-for-disclosure", "has-parts"))
                .body("reasons.id", containsInAnyOrder(file, incident));
        Items.Made foreign = Items.of("documenter2");
        post("investigator", "disposals", body("danger", "case-file/" + file, "item/" + foreign.id()))
                .statusCode(400)
                .body("findings.code", equalTo(List.of("reference-unknown")));
    }
}
