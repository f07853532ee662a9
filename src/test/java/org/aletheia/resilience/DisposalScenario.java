package org.aletheia.resilience;

import static org.aletheia.resilience.PatientClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.aletheia.resilience.PatientClient.Answer;
import org.aletheia.testing.Stack;

/**
 * An item is handed in and is not retained; a documenter asks for its disposal and counsel approves it. From the approval on
 * nobody reads or finds it; in the end its key, its place in the index and its bytes are gone, and each is known to be.
 */
final class DisposalScenario {
    /** All that happened is with all followers, and the keys bucket has every key: nothing else is under way. */
    private static final String AT_REST = """
            select not exists (select from journal_pending)
                and not exists (select from unit_key where copy_due is not null and destroyed_at is null)
                and not exists (select from journal j where j.event_group <> 'access' and j.log_index >=
                    (select position from follower_cursor where name = 'search-index'))""";

    private final Trial trial;
    private final String commission;
    private final StoredBytes store;
    private final PatientClient documenter;
    private final PatientClient counsel;
    private final PatientClient caseTeam;

    DisposalScenario(RunningServer server, Trial trial, String commission) {
        this.trial = trial;
        this.commission = commission;
        this.store = new StoredBytes(trial);
        this.documenter = new PatientClient(server, "documenter");
        this.counsel = new PatientClient(server, "counsel2");
        this.caseTeam = new PatientClient(server, "case-team");
    }

    /** An item of which everything is there and that waits for the approval of its disposal. */
    record Asked(String item, String disposal, String title, String key, String object) {}

    /** Until it waits for the approval, and nothing else is under way. */
    Asked asked() throws Exception {
        String title = "Trial" + UUID.randomUUID().toString().replace("-", "");
        String item = upload(title);
        notRetained(item);
        String disposal = documenter.create("disposals", """
                {"records":[{"kind":"item","id":"%s"}],"ground":"outside-mandate","reason":"Handed in by mistake"}""".formatted(item));
        until("rest", () -> scalar(AT_REST), "t"::equals);
        assertThat(found(title)).as("in the index before").isEqualTo(1);
        return new Asked(
                item,
                disposal,
                title,
                scalar("select unit_key::text from item where id = ?", UUID.fromString(item)),
                "content/" + scalar("select object_id::text from item where id = ?", UUID.fromString(item)));
    }

    /** Approves, and waits until all of it has come about. An approval that took effect although nobody was told answers 409. */
    void approved(Asked asked) throws Exception {
        counsel.retry(
                counsel.json("disposals/" + asked.disposal() + "/decisions", "{\"outcome\":\"approved\"}"),
                Set.of(409));
        isHidden(asked);
        until(
                "the key's tombstone",
                () -> store.has("keys-bucket", "destroyed-keys/" + asked.key())
                        && !store.text("keys-bucket", "unit-keys/" + asked.key())
                                .contains("\"wrapped\""),
                Boolean::booleanValue);
        until("the index without it", () -> indexed(asked.item()), Integer.valueOf(404)::equals);
        until("the store without it", () -> store.has("evidence-bucket", asked.object()), there -> !there);
        until(
                "that its bytes are known to be gone",
                () -> documenter.get("/api/v1/tombstones/item/" + asked.item()),
                tombstone -> tombstone.text("item.contentRemovedAt") != null);
        until(
                "that the index is known to be without it",
                () -> scalar(
                        "select not exists (select from restriction_pending where record_id = ? and indexed_at is null)",
                        UUID.fromString(asked.item())),
                "t"::equals);
        isHidden(asked);
    }

    private void isHidden(Asked asked) throws Exception {
        Answer gone = documenter.retry(documenter.request("/api/v1/items/" + asked.item()), Set.of(410));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("disposal")).isEqualTo(asked.disposal());
        Answer content =
                documenter.retry(documenter.request("/api/v1/items/" + asked.item() + "/content"), Set.of(410));
        assertThat(content.status()).isEqualTo(410);
        assertThat(found(asked.title())).as("hits").isZero();
    }

    private String upload(String title) throws Exception {
        String submission = documenter.create("submissions", """
                {"title":"Trial","controller":"Field Team","legalBasis":"made-up material","retentionRule":"five-years"}""");
        String deposit = documenter.create("submissions/" + submission + "/deposits", """
                {"title":"%s","kind":"other","mediaType":"application/octet-stream"}""".formatted(title));
        Sample sample = new Sample(title.hashCode(), 3_000);
        return documenter
                .retry(documenter
                        .request("/api/v1/deposits/" + deposit + "/content")
                        .header("Content-Type", "application/octet-stream")
                        .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sample.sha256()) + ":")
                        .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(sample::open), sample.length())))
                .text("id");
    }

    private void notRetained(String item) throws Exception {
        String share = documenter.create("shares", """
                {"kind":"item","record":"%s","grantee":"%s"}""".formatted(item, commission));
        decide(item, 1, "in-triage", "assigned");
        decide(item, 2, "not-retained", "outside-mandate");
        documenter.retry(documenter.request("/api/v1/shares/" + share).DELETE());
    }

    private void decide(String item, int basedOn, String state, String reason) throws Exception {
        caseTeam.retry(caseTeam.json("items/" + item + "/decisions", """
                {"state":"%s","reason":"%s"}""".formatted(state, reason))
                .header("If-Match", "\"r" + basedOn + "\""));
    }

    private int found(String title) throws Exception {
        return JsonPath.from(documenter.get("/api/v1/search?q=" + title).body()).getInt("total");
    }

    /** The status with which Elasticsearch answers for the document itself, past the server and its line. */
    private int indexed(String item) throws Exception {
        URI document = URI.create(Stack.running().get("aletheia.search.url") + "/"
                + trial.setting("aletheia.search.index-prefix") + "-evidence/_doc/item:" + item);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private String scalar(String sql, Object... values) throws Exception {
        try (Connection database = trial.database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
