package org.aletheia.evidence.disposal.rest;

import static org.aletheia.testing.Disposing.body;
import static org.aletheia.testing.Disposing.decide;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Database;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A submission goes when nothing is in it any more, or together with all that is. */
@QuarkusTest
@Tag("it")
class DisposedSubmissionIT {
    @Test
    void oneWithNothingInItGoesWithItsWords() throws SQLException {
        String words = "Delivery" + UUID.randomUUID().toString().replace("-", "");
        String submission = submission(words);
        assertThat(Database.tablesHolding(words)).isNotEmpty();
        Disposing.ofFieldTeam("submission/" + submission);
        get("documenter", "submissions/" + submission)
                .statusCode(410)
                .body("code", equalTo("disposed-of"))
                .body("tombstone", equalTo("/api/v1/tombstones/submission/" + submission));
        get("documenter", "tombstones/submission/" + submission)
                .statusCode(200)
                .body("ground", equalTo("outside-mandate"))
                .body("revisions", hasSize(1));
        get("documenter2", "submissions/" + submission).statusCode(404);
        get("investigator", "tombstones/submission/" + submission).statusCode(404);
        assertThat(Records.listed("documenter", "submissions")).doesNotContain(submission);
        assertThat(Database.tablesHolding(words)).isEmpty();
    }

    @Test
    void oneWithItemsGoesWithAllOfThemOrNotAtAll() {
        Items.Made made = Items.of("documenter");
        Disposing.decided(made, "not-retained", "outside-mandate");
        post("documenter", "disposals", body("outside-mandate", "submission/" + made.submission()))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("has-parts")));
        Disposing.ofFieldTeam("submission/" + made.submission(), "item/" + made.id());
        get("documenter", "submissions/" + made.submission()).statusCode(410);
        get("documenter", "items/" + made.id()).statusCode(410);
    }

    @Test
    void itemsMayGoBefore() {
        Items.Made made = Items.of("documenter");
        Disposing.decided(made, "not-retained", "outside-mandate");
        Disposing.ofFieldTeam("item/" + made.id());
        Disposing.ofFieldTeam("submission/" + made.submission());
        get("documenter", "tombstones/item/" + made.id()).statusCode(200);
        get("documenter", "tombstones/submission/" + made.submission()).statusCode(200);
    }

    @Test
    void anUploadThatHasBegunKeepsItAndNothingComesInAfter() throws SQLException {
        String submission = submission("Delivery");
        Map<String, Object> item = Map.of("title", "Note", "kind", "document");
        String deposit = create("documenter", "submissions/" + submission + "/deposits", item);
        post("documenter", "disposals", body("outside-mandate", "submission/" + submission))
                .statusCode(409)
                .body("reasons.code", equalTo(List.of("has-parts")));
        Database.owner("update deposit set expires_at = now() - interval '1 second' where id = '" + deposit + "'");
        String disposal = create("documenter", "disposals", body("outside-mandate", "submission/" + submission));
        decide("counsel2", disposal, "approved").statusCode(200);
        post("documenter", "submissions/" + submission + "/deposits", item).statusCode(410);
        assertThatThrownBy(
                        () -> Database.owner("insert into deposit select gen_random_uuid(), owner_org, classification,"
                                + " compartments, revision, created_at, revised_at, submission, member, metadata,"
                                + " now() + interval '1 day', null from deposit where id = '" + deposit + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("disposed of");
    }

    @Test
    void onlyWhoHandsInAndCounselDisposeOfIt() {
        String submission = submission("Delivery");
        Map<String, Object> asked = body("outside-mandate", "submission/" + submission);
        post("documenter2", "disposals", asked).statusCode(400).body("findings.code", hasItem("reference-unknown"));
        post("auditor", "disposals", asked).statusCode(403);
        String disposal = create("counsel2", "disposals", asked);
        decide("documenter", disposal, "approved").statusCode(200);
        get("documenter", "submissions/" + submission).statusCode(not(200));
    }

    private static String submission(String title) {
        return create(
                "documenter",
                "submissions",
                Map.of(
                        "title", title,
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end"));
    }
}
