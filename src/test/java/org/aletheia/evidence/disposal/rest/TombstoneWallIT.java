package org.aletheia.evidence.disposal.rest;

import static org.aletheia.testing.Disposing.body;
import static org.aletheia.testing.Disposing.decide;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tombstone is told to those who could see the record, says when, by which decision and what is kept, and nothing else. */
@QuarkusTest
@Tag("it")
class TombstoneWallIT {
    private static final Set<String> PROBLEM = Set.of("type", "title", "status", "detail", "code", "instance");

    @Test
    void whoFollowsAReferenceIsToldWhenByWhichDecisionAndTheDigestThatIsKept() {
        String incident = Records.incident("investigator");
        String last = revision("incidents/" + incident);
        String disposal = Disposing.ofCommission("incident/" + incident);
        JsonPath told = get("investigator", "incidents/" + incident)
                .statusCode(410)
                .body("disposal", equalTo(disposal))
                .body("digest", equalTo(last))
                .extract()
                .jsonPath();
        Set<String> members = new java.util.HashSet<>(
                told.getMap("$").keySet().stream().map(Object::toString).toList());
        members.removeAll(PROBLEM);
        assertThat(members).containsExactlyInAnyOrder("tombstone", "disposedAt", "disposal", "digest");
        assertThat(told.getString("disposedAt")).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
    }

    private static String revision(String path) {
        return get("investigator", path + "/revisions")
                .statusCode(200)
                .extract()
                .path("items[-1].digest");
    }

    /** Of an item the digest is that of the bytes, also where something of the item is asked for. */
    @Test
    void everyWayToAnItemThatWentEndsAtItsTombstone() {
        Items.Made made = Items.of("documenter");
        String bytes = get("documenter", "items/" + made.id()).extract().path("file.digests.'sha-256'");
        Disposing.decided(made, "not-retained", "outside-mandate");
        Disposing.ofFieldTeam("item/" + made.id());
        for (String way : List.of("", "/content", "/revisions", "/cited-by", "/graph")) {
            String path = way.equals("/graph") ? "graph?kind=item&id=" + made.id() : "items/" + made.id() + way;
            get("documenter", path)
                    .statusCode(410)
                    .body("code", equalTo("disposed-of"))
                    .body("digest", equalTo("sha-256:" + bytes));
            for (String other : List.of("documenter2", "investigator")) {
                get(other, path).statusCode(404).body("code", equalTo("not-found"));
            }
        }
    }

    /** A record may still name one that went: it is read as before, and the reference ends at the tombstone. */
    @Test
    void whatNamesARecordThatWentStays() {
        String victim = Records.victim("investigator");
        String act = create(
                "investigator",
                "incidents/" + Records.incident("investigator") + "/acts",
                Map.of("type", "01", "victims", List.of(victim)));
        Disposing.ofCommission("victim/" + victim);
        get("investigator", "acts/" + act).statusCode(200).body("victims", hasItem(victim));
        get("investigator", "victims/" + victim).statusCode(410);
        get("documenter", "victims/" + victim).statusCode(404);
    }

    /** A source whose item went keeps pointing to it, for those who could see the item. */
    @Test
    void aSourceWhoseItemWentIsNotLeftOut() {
        String item = Disposing.notRetained();
        String incident = Records.incident("documenter");
        String source = create(
                "documenter", "incidents/" + incident + "/sources", Map.of("item", item, "support", "contradicts"));
        Disposing.ofFieldTeam("item/" + item);
        get("documenter", "incidents/" + incident + "/sources")
                .statusCode(200)
                .body("items.id", equalTo(List.of(source)))
                .body("items.item", everyItem(equalTo(item)));
    }

    /** Whoever inquires did not see the claimant's own account, and does not learn that it went. */
    @Test
    void aNarrativeThatWentStaysApart() {
        String statement = create(
                "claims-officer", "statements", Testimony.body("claim-narrative", Records.victim("claims-officer")));
        get("investigator", "statements/" + statement).statusCode(404);
        String disposal = create("claims-officer", "disposals", body("erasure-request", "statement/" + statement));
        decide("counsel", disposal, "approved").statusCode(200);
        get("claims-officer", "statements/" + statement).statusCode(410);
        get("claims-officer", "tombstones/statement/" + statement).statusCode(200);
        for (String path : List.of("statements/", "tombstones/statement/")) {
            get("investigator", path + statement).statusCode(404).body("code", equalTo("not-found"));
            get("investigator", path + UUID.randomUUID()).statusCode(404).body("code", equalTo("not-found"));
        }
        get("investigator", "tombstones/statement/" + statement + "/events").statusCode(404);
    }
}
