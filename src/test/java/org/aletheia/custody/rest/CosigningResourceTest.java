package org.aletheia.custody.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.TestPartners;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.CosignRequest;
import org.aletheia.transparency.Cosignatures;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TestHistory;
import org.aletheia.transparency.TreeHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cosigning as a partner's log meets it over HTTP: every answer of C2SP tlog-witness, and nothing lost by any question. */
@QuarkusTest
@Tag("it")
class CosigningResourceTest {
    @TestHTTPResource(value = "/health", management = true)
    @SuppressWarnings("NullAway.Init")
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URI metrics;

    @Test
    void cosignsWhatExtendsAndShowsIt() {
        TestHistory log = log(0);
        for (int[] step : new int[][] {{0, 0}, {0, 4}, {4, 4}, {4, 30}}) {
            CosignRequest request = log.request(step[0], step[1], keys(0));
            Response answer = send(request.format());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("text/plain");
            List<NoteVerifierKey> keys = vkeys();
            assertThat(Cosignatures.valid(request.note().text(), Cosignatures.parse(answer.asByteArray()), keys))
                    .containsOnlyKeys(keys);
            SignedNote shown = shown(0);
            assertThat(shown.text()).isEqualTo(request.note().text());
            assertThat(shown.open(keys)).hasSize(2);
            assertThat(shown.open(List.of(keys(0).getFirst().verifierKey()))).hasSize(1);
        }
    }

    @Test
    void itsKeysAreForCosigningAlone() {
        List<NoteVerifierKey> keys = vkeys();
        assertThat(keys)
                .extracting(NoteVerifierKey::type)
                .containsExactly(SignatureType.ED25519_COSIGNATURE, SignatureType.ML_DSA_44);
        assertThat(keys).allMatch(key -> key.name().endsWith("/witness"));
        assertThat(given().get("/log/vkeys").asString().lines())
                .doesNotContainAnyElementsOf(
                        keys.stream().map(NoteVerifierKey::format).toList());
    }

    @Test
    void badRequestsGetTheirStatusAndChangeNothing() {
        TestHistory log = log(1);
        assertThat(send(log.request(0, 9, keys(1)).format()).statusCode()).isEqualTo(200);
        String before = shown(1).format();
        String good = log.request(9, 12, keys(1)).format();
        String note = log.note(12, keys(1)).format();
        NoteKeyPair stranger = NoteKeyPair.generate(TestPartners.origin(1), SignatureType.ED25519);
        NoteKeyPair nobody = NoteKeyPair.generate("nobody.example", SignatureType.ED25519);

        assertRefused("", 400, "cosign-form");
        assertRefused("{}", 400, "cosign-form");
        assertRefused(good.replace("old 9", "old 09"), 400, "cosign-size");
        assertRefused(good.replace("old 9\n", "old 9\n" + "AAAA\n"), 400, "hash-length");
        assertRefused(good.replace("\n\n", "\n"), 400, null);
        assertRefused("old 9\n" + (TreeHash.emptyRoot().base64() + "\n").repeat(64) + "\n" + note, 400, "cosign-range");
        assertRefused(good.substring(0, good.length() - 1), 400, "note-form");
        assertRefused(
                log.named("nobody.example").request(0, 12, List.of(nobody)).format(), 404, "unknown-origin");
        assertRefused(log.request(9, 12, List.of(stranger)).format(), 403, "untrusted");
        assertRefused(spoilt(good), 403, "untrusted");
        assertRefused(new CosignRequest(13, List.of(), log.note(12, keys(1))).format(), 400, "sizes-reversed");
        assertRefused(new CosignRequest(9, List.of(), log.note(12, keys(1))).format(), 422, "inconsistent");
        assertRefused(
                new CosignRequest(9, List.of(TreeHash.emptyRoot()), log.note(9, keys(1))).format(),
                422,
                "inconsistent");
        String wrongEmpty =
                TestPartners.origin(1) + "\n0\n" + log.head(3).root().base64() + "\n";
        String signedEmpty = SignedNote.sign(
                        wrongEmpty,
                        keys(1).stream()
                                .map(key -> key.signer(java.time.Clock.systemUTC()))
                                .toList())
                .format();
        assertRefused("old 0\n\n" + signedEmpty, 422, "tree-root");

        for (CosignRequest stale :
                List.of(log.request(3, 12, keys(1)), log.request(0, 12, keys(1)), log.request(2, 5, keys(1)))) {
            Response answer = send(stale.format());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.header("Content-Type")).isEqualTo("text/x.tlog.size");
            assertThat(answer.asString()).isEqualTo("9\n");
        }
        assertThat(shown(1).format()).isEqualTo(before);
        assertThat(send(good).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyLongerThanAnyRequestIsRefused() {
        byte[] long1 = new byte[CosignRequest.MAX_LENGTH + 1];
        Arrays.fill(long1, (byte) 'a');
        given().body(long1)
                .post("/witness/add-checkpoint")
                .then()
                .statusCode(413)
                .body("code", equalTo("payload-too-large"));
    }

    @Test
    void aSplitViewIsRefusedAndAlarmsOnEveryChannel() {
        TestHistory log = log(2);
        TestHistory fork = log.forkAt(5, 7);
        assertThat(send(log.request(0, 9, keys(2)).format()).statusCode()).isEqualTo(200);
        assertThat(send(fork.request(9, 9, keys(2)).format()).statusCode()).isEqualTo(422);
        assertThat(send(fork.request(4, 9, keys(2)).format()).statusCode()).isEqualTo(409);
        given().get(health)
                .then()
                .body("checks.find { it.name == 'cosigning' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'cosigning' }.data.p2", equalTo("split views: 1, unproven: 0"));
        given().get(metrics.resolve("health/ready")).then().statusCode(200);
        given().get(metrics)
                .then()
                .body(containsString("aletheia_witness_contradictions{kind=\"split-view\"} 1.0"))
                .body(containsString("aletheia_log_cosigners_needed 0.0"));
        assertThat(Checkpoint.parse(shown(2).text()).head()).isEqualTo(log.head(9));
        assertThat(send(log.request(9, 20, keys(2)).format()).statusCode()).isEqualTo(200);
    }

    @Test
    void ofALogThatWasNeverCosignedNothingIsShown() {
        given().get(address(TestPartners.COUNT - 1)).then().statusCode(404);
        given().get("/witness/" + "0".repeat(64) + "/checkpoint").then().statusCode(404);
        given().get("/witness/add-checkpoint").then().statusCode(405);
    }

    private static void assertRefused(String body, int status, @org.jspecify.annotations.Nullable String code) {
        Response answer = send(body);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        if (code != null) {
            assertThat(answer.asString()).isEqualTo(code + "\n");
        }
    }

    /** The last signature of the note, changed in one place. */
    private static String spoilt(String request) {
        int at = request.length() - 6;
        char other = request.charAt(at) == 'A' ? 'B' : 'A';
        return request.substring(0, at) + other + request.substring(at + 1);
    }

    private static Response send(String body) {
        return given().contentType("text/plain")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/witness/add-checkpoint");
    }

    private static SignedNote shown(int partner) {
        return SignedNote.parse(given().get(address(partner)).asByteArray());
    }

    private static String address(int partner) {
        String origin = TestPartners.origin(partner);
        return "/witness/"
                + Digest.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
    }

    private static TestHistory log(int partner) {
        return new TestHistory(partner, 40).named(TestPartners.origin(partner));
    }

    private static List<NoteKeyPair> keys(int partner) {
        return List.of(TestPartners.key(partner));
    }

    private static List<NoteVerifierKey> vkeys() {
        return given().get("/witness/vkeys")
                .asString()
                .lines()
                .map(NoteVerifierKey::parse)
                .toList();
    }
}
