package org.aletheia.resilience;

import static org.aletheia.resilience.PatientClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.aletheia.resilience.PatientClient.Answer;

/**
 * A working day: a documenter hands in, describes, seals, declares a gap, holds and releases, and offers an item to a
 * commission, which takes it, reads it and lets that be known; its bytes are damaged past the server, found and put back;
 * a partner's log is cosigned; receipts get their proofs and timestamps, and verify without the server. Each step is
 * acknowledged in the end, and has then happened once.
 */
final class FaultScenario {
    private static final int SMALL = 30_000;
    /** More than one part of a multipart upload. */
    private static final int LARGE = 9 << 20;

    private static final String SEAL = "{\"number\":\"AB-1\",\"condition\":\"intact\"}";
    /** Of the small item; of each type there is one event. */
    private static final List<String> STEPS = List.of(
            "CE-RECEIVED",
            "CE-SEALED",
            "CE-GAP-DECLARED",
            "CE-HOLD-SET",
            "CE-HOLD-RELEASED",
            "CE-TRANSFER-OFFERED",
            "CE-TRANSFER-ACCEPTED",
            "CE-FIXITY-REQUESTED");

    private final FaultStage stage;
    private final PatientClient documenter;
    private final PatientClient counsel;
    private final PatientClient commission;
    private final long seed;

    FaultScenario(FaultStage stage, long seed) {
        this.stage = stage;
        this.documenter = new PatientClient(stage.server(), "documenter");
        this.counsel = new PatientClient(stage.server(), "counsel");
        this.commission = new PatientClient(stage.server(), "case-team");
        this.seed = seed;
    }

    private record Item(String id, String receipt, Sample sample) {}

    /** All of it; fails where an answer is neither a success nor a clear refusal, or anything acknowledged is not there. */
    void run() throws Exception {
        String submission = documenter.create("submissions", """
                {"title":"Trial","controller":"Field Team","legalBasis":"made-up material","retentionRule":"five-years"}""");
        Item small = upload(submission, new Sample(seed, SMALL));
        Item large = upload(submission, new Sample(-seed, LARGE));
        revise(small.id());
        step(small, "{\"type\":\"CE-SEALED\",\"happened\":\"2026-03-05\",\"seal\":" + SEAL + "}");
        step(small, """
                {"type":"CE-GAP-DECLARED","period":"2026-03-05/2026-03-07","reason":"records-lost","risk":"moderate"}""");
        hold(small.id());
        String incident = documenter.create("incidents", """
                {"title":"Strike on a residential block","language":"en","dates":["2024-03-05"]}""");
        stage.partner().cosigned();
        handOver(small.id());
        use(small.id());
        repair(small.id());
        assertThat(documenter.get("/api/v1/incidents/" + incident).text("id")).isEqualTo(incident);
        List<String> items = JsonPath.from(
                        documenter.get("/api/v1/items?submission=" + submission).body())
                .getList("items.id");
        assertThat(items).as("items of the submission").containsExactlyInAnyOrder(small.id(), large.id());
        for (Item item : List.of(small, large)) {
            isWhole(item);
            isProven(item);
        }
        happenedOnce(small.id());
    }

    private Item upload(String submission, Sample sample) throws Exception {
        String deposit = documenter.create("submissions/" + submission + "/deposits", """
                {"title":"Trial item","kind":"other","mediaType":"application/octet-stream"}""");
        HttpRequest.Builder upload = documenter
                .request("/api/v1/deposits/" + deposit + "/content")
                .header("Content-Type", "application/octet-stream")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sample.sha256()) + ":")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(sample::open), sample.length()));
        Answer answer = documenter.retry(upload);
        return new Item(answer.text("id"), answer.text("receipt.event"), sample);
    }

    /** A revision that took effect although nobody was told answers 412 to the second try. */
    private void revise(String item) throws Exception {
        HttpRequest.Builder revision = documenter
                .request("/api/v1/items/" + item)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"r1\"")
                .PUT(BodyPublishers.ofString("{\"title\":\"Better said\",\"kind\":\"other\"}"));
        Answer answer = documenter.retry(revision, Set.of(412));
        assertThat(answer.status()).as(answer.body()).isIn(200, 412);
        Answer now = documenter.get("/api/v1/items/" + item);
        assertThat(now.text("metadata.title")).isEqualTo("Better said");
        assertThat(now.text("revision")).isEqualTo("2");
    }

    private void step(Item item, String body) throws Exception {
        documenter.create("items/" + item.id() + "/custody-events", body, "event");
    }

    /** Asked again, it is the same request; an approval that took effect although nobody was told answers 409. */
    private void hold(String item) throws Exception {
        String hold = documenter.create("items/" + item + "/holds", """
                {"reason":"proceedings","authority":"management"}""");
        String asked = documenter
                .retry(documenter.json("holds/" + hold + "/release", """
                        {"reason":"proceedings-ended","authority":"management"}"""))
                .text("id");
        counsel.retry(counsel.json("approvals/" + asked + "/decisions", "{\"outcome\":\"approved\"}"), Set.of(409));
    }

    private void handOver(String item) throws Exception {
        String transfer = documenter.create("items/" + item + "/transfers", """
                {"receiver":"%s","purpose":"examination","seal":%s}""".formatted(stage.commission(), SEAL));
        commission.create("transfers/" + transfer + "/decisions", """
                {"state":"accepted","happened":"2026-03-08","seal":%s}""".formatted(SEAL));
        Answer possession = commission.get("/api/v1/items/" + item + "/possession");
        assertThat(possession.text("custodian.organisation")).isEqualTo(stage.commission());
    }

    private void use(String item) throws Exception {
        commission.get("/api/v1/items/" + item + "/content");
        String record = "/api/v1/items/" + item + "/access-record?limit=100";
        String download = "CE-ACCESS-DOWNLOAD";
        Answer used = until(
                "use", () -> commission.get(record), answer -> types(answer).contains(download));
        List<String> ids = JsonPath.from(used.body()).getList("items.id");
        String use = ids.get(types(used).indexOf(download));
        commission.retry(commission
                .request("/api/v1/events/" + use + "/notice")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.noBody()));
        until("notice", () -> documenter.get(record), answer -> types(answer).contains(download));
    }

    private void repair(String item) throws Exception {
        stage.store().damage(item);
        documenter.retry(documenter.json("items/" + item + "/fixity-checks", "{\"sha512\":true}"));
        until(
                "repair",
                () -> documenter.get("/api/v1/items/" + item + "/fixity"),
                state -> "success".equals(state.text("outcome")) && state.text("requestedAt") == null);
        assertThat(stage.store().isAsStored(item)).isTrue();
    }

    private void isWhole(Item item) throws Exception {
        Documenter reader = new Documenter(stage.server());
        until(
                "content of " + item.id(),
                () -> reader.contentDigest(item.id()),
                item.sample().hex()::equals);
    }

    /** By the receipt alone, with the keys and the root: promise, proof, timestamp and file. */
    private void isProven(Item item) throws Exception {
        HttpRequest.Builder receipt = documenter
                .request("/api/v1/events/" + item.receipt() + "/receipt")
                .header("Prefer", "wait=5");
        until(
                "receipt with timestamp",
                () -> documenter.retry(receipt),
                answer -> JsonPath.from(answer.body()).get("timestamps") != null);
        stage.verify(documenter.retry(receipt).body(), item.sample());
    }

    /** Every step that was asked for again under the same key is one event, and each has its proof. */
    private void happenedOnce(String item) throws Exception {
        String path = "/api/v1/items/" + item + "/custody?limit=100";
        Answer chain = until("chain of " + item, () -> documenter.get(path), answer -> types(answer)
                .containsAll(STEPS));
        for (String type : STEPS) {
            assertThat(types(chain)).as("events of the item").containsOnlyOnce(type);
        }
        List<String> proofs = JsonPath.from(chain.body()).getList("items.proof");
        for (String proof : proofs) {
            until("proof", () -> documenter.retry(documenter.request(proof), Set.of(409)), Answer::isAccepted);
        }
    }

    private static List<String> types(Answer chain) {
        return JsonPath.from(chain.body())
                .getList("items.event.fields.collect { it.find { it.name == 'type' }.value }");
    }
}
