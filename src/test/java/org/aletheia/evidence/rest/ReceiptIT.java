package org.aletheia.evidence.rest;

import static io.restassured.RestAssured.given;
import static org.aletheia.evidence.rest.Evidence.bytes;
import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Stack;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.TrustedRoots;
import org.aletheia.verifier.Finding;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a sender takes home: verified with nothing but the receipt, the file and the published keys. */
@QuarkusTest
@Tag("it")
class ReceiptIT {
    @Test
    void anUploadIsAnsweredWithAPromiseAtOnce() throws IOException {
        byte[] content = bytes("promised");
        Receipt receipt = document(Evidence.received("documenter", content, Map.of()));
        assertThat(receipt.promise()).isPresent();
        assertThat(receipt.proof()).isEmpty();
        assertThat(failed(check(receipt, content, true))).isEmpty();
        assertThat(failed(check(receipt, content, false))).containsExactly("proof");
    }

    @Test
    void whoeverWaitsGetsTheProofWithIt() throws IOException {
        byte[] content = bytes("waited for");
        ValidatableResponse received = as("documenter")
                .header("Prefer", "wait=10")
                .contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/deposits/" + Evidence.deposit("documenter") + "/content")
                .then()
                .statusCode(201)
                .header("Preference-Applied", "wait=10");
        Receipt receipt = document(received);
        assertThat(failed(check(receipt, content, false))).isEmpty();
        assertThat(failed(check(receipt, bytes("other"), false))).containsExactly("file");
    }

    @Test
    void theReceiptIsHadAgainWithTheSamePromise() throws IOException {
        byte[] content = bytes("fetched later");
        ValidatableResponse received = Evidence.received("documenter", content, Map.of());
        String href = received.extract().path("receipt.href");
        Response answer = later(href);
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Disposition", containsString("receipt-"));
        Receipt receipt = Receipt.parse(answer.asByteArray());
        assertThat(receipt.promise()).isEqualTo(document(received).promise());
        assertThat(failed(check(receipt, content, false))).isEmpty();
    }

    @Test
    void anotherEventHasItsReceiptToo() throws IOException {
        byte[] content = bytes("registered");
        String item = Evidence.item("documenter", content, Map.of());
        Evidence.shareWithCommission(item);
        Evidence.decide(item, 1, "in-triage", "assigned").statusCode(200);
        Evidence.decide(item, 2, "registered", "relevant").statusCode(200);
        Response chain =
                answered(() -> as("documenter").get("/api/v1/items/" + item + "/custody"), answer -> answer.asString()
                        .contains("CE-REGISTERED"));
        List<String> events = chain.path("items.id");
        Receipt receipt = Receipt.parse(
                later("/api/v1/events/" + events.getLast() + "/receipt").asByteArray());
        assertThat(failed(check(receipt, content, false))).isEmpty();
    }

    /** With nothing but the log's keys and the root of the stack's authority. */
    @Test
    void onceItsCheckpointIsTimestampedOneFileShowsTheTimeByAnothersWord() throws IOException {
        byte[] content = bytes("timestamped");
        Instant before = Instant.now();
        ValidatableResponse received = Evidence.received("documenter", content, Map.of());
        String href = received.extract().path("receipt.href");
        Response document =
                answered(() -> as("documenter").accept("application/json").get(href), answer -> answer.asString()
                        .contains("\"timestamps\""));
        Receipt receipt = Receipt.parse(document.asByteArray());
        assertThat(receipt.timestamps()).extracting(ReceiptTimestamp::authority).containsExactly("local");
        Path root = Path.of(Stack.running().get("aletheia.timestamps.authorities.local.roots"));
        Verdict verdict = new ReceiptCheck(
                        trust().timestampedUnder(TrustedRoots.parse(Files.readAllBytes(root)), false),
                        EventTypeRegistry.builtIn(),
                        false)
                .check(receipt, Optional.of(Digest.sha256(content)), Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("[ok]   timestamp: local: no later than ", "[note] timestamp-test: ");
        assertThat(verdict.statement()).contains("as timestamped by CN=TEST timestamp authority");
        Instant stated =
                TimestampToken.parse(receipt.timestamps().getFirst().bytes()).time();
        assertThat(stated).isBetween(before.minusSeconds(1), Instant.now());
        Receipt again = Receipt.parse(
                as("documenter").accept("application/json").get(href).asByteArray());
        assertThat(again.proof()).as("always the first one that covers it").isEqualTo(receipt.proof());
        Instant latest =
                TimestampToken.parse(receipt.timestamps().getFirst().bytes()).latest();
        as("documenter")
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(href)
                .then()
                .body(containsString("Timestamp of an outside authority"), containsString(stated + " local"))
                .body(containsString("no later than " + latest + " and are unchanged since."));
    }

    @Test
    void aReadOfTheItemHasNoDocumentButLeadsToIt() {
        String item = Evidence.item("documenter", bytes("read"), Map.of());
        as("documenter")
                .get("/api/v1/items/" + item)
                .then()
                .body("receipt.document", nullValue())
                .body("receipt.href", startsWith("/api/v1/events/"));
    }

    @Test
    void othersGetNone() {
        ValidatableResponse received = Evidence.received("documenter", bytes("not theirs"), Map.of());
        String href = received.extract().path("receipt.href");
        later(href).then().statusCode(200);
        as("documenter2").get(href).then().statusCode(404).body("code", equalTo("not-found"));
        as("documenter").accept("*/*").get(href).then().statusCode(200).contentType("application/json");
        as("documenter").accept("image/png").get(href).then().statusCode(406);
        as("documenter")
                .accept("text/html;q=0.2, application/json;q=0.1")
                .get(href)
                .then()
                .contentType(containsString("text/html"));
        as("documenter2").accept("text/html").get(href).then().statusCode(404);
        given().get(href).then().statusCode(401);
        as("documenter").get("/api/v1/events/no-id/receipt").then().statusCode(404);
    }

    /** Whoever hands a receipt on decides what its receiver sees; the promise would tell the time. */
    @Test
    void aReceiptIsHandedOnWithFieldsWithheld() throws IOException {
        byte[] content = bytes("handed on");
        ValidatableResponse received = Evidence.received("documenter", content, Map.of());
        String href = received.extract().path("receipt.href");
        String actor = Enrolment.member("documenter").toString();
        assertThat(later(href).asString()).contains(actor, "\"promise\"");
        Response withheld = as("documenter").accept("application/json").get(href + "?withhold=actor,time");
        assertThat(withheld.asString()).doesNotContain(actor, "\"promise\"");
        Verdict verdict = check(Receipt.parse(withheld.asByteArray()), content, false);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("withheld: time, actor");
        assertThat(as("documenter")
                        .accept("text/html")
                        .get(href + "?withhold=detail")
                        .asString())
                .contains("nothing about any bytes")
                .doesNotContain(Digest.sha256(content).hex());
        as("documenter")
                .accept("application/json")
                .get(href + "?withhold=name")
                .then()
                .statusCode(400)
                .body("findings.code", equalTo(List.of("field-unknown")));
    }

    @Test
    void aPageForPeopleSaysWhatItShowsAndWhatNot() throws Exception {
        byte[] content = bytes("on paper");
        ValidatableResponse received = Evidence.received("documenter", content, Map.of());
        String href = received.extract().path("receipt.href");
        later(href).then().statusCode(200);
        Response page = as("documenter")
                .accept("text/html")
                .header("Accept-Language", "ar-SY, en;q=0.5")
                .get(href);
        page.then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertThat(page.asString())
                .contains(
                        "<html lang=\"ar\" dir=\"rtl\">", Digest.sha256(content).hex(), "إيصال");
        Receipt receipt = Receipt.parse(later(href).asByteArray());
        TlogProof proof = TlogProof.parse(receipt.proof().orElseThrow());
        AnswerTexts texts = AnswerTexts.load("receipt");
        for (String language : AnswerTexts.LANGUAGES) {
            String printed = as("documenter")
                    .accept("text/html")
                    .header("Accept-Language", language)
                    .get(href)
                    .asString();
            String[] words = texts.text(language, "proves")
                    .replace("{origin}", proof.treeHead().origin())
                    .split("\\{time}");
            assertThat(printed)
                    .contains(words[0], words[1], texts.text(language, "proves-not"))
                    .containsPattern(Pattern.quote(words[0]) + "20\\d\\d-[^ <]+Z" + Pattern.quote(words[1]));
        }
        String event = received.extract().path("receipt.event");
        assertThat(scanned(page.asString()))
                .isEqualTo("aletheia/receipt/v1\n" + event + "\nsha-256:"
                        + Digest.sha256(content).hex());
    }

    /** Reads the code of the page as a camera would, four pixels a module. */
    private static String scanned(String page) throws Exception {
        int side = Integer.parseInt(group(page, "viewBox=\"0 0 (\\d+) "));
        int scale = 4;
        int[] pixels = new int[side * scale * side * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        List<MatchResult> dark = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(page)
                .results()
                .toList();
        for (MatchResult module : dark) {
            int x = Integer.parseInt(module.group(1)) * scale;
            int y = Integer.parseInt(module.group(2)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side * scale + x, row * side * scale + x + scale, 0);
            }
        }
        RGBLuminanceSource picture = new RGBLuminanceSource(side * scale, side * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    private static String group(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** The receipt, once its event has a place in the log and its proof. */
    private static Response later(String href) {
        return answered(
                () -> as("documenter")
                        .header("Prefer", "wait=10")
                        .accept("application/json")
                        .get(href),
                answer -> answer.statusCode() == 200);
    }

    private static Response answered(Callable<Response> ask, Predicate<Response> enough) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(ask, enough);
    }

    private static Receipt document(ValidatableResponse received) {
        Map<?, ?> item = (Map<?, ?>)
                Objects.requireNonNull(CanonicalJson.parse(received.extract().asByteArray()));
        Map<?, ?> summary = (Map<?, ?>) Objects.requireNonNull(item.get("receipt"));
        return Receipt.parse(CanonicalJson.write(summary.get("document")));
    }

    private static Trust trust() {
        String[] keys = given().get("/log/vkeys").asString().split("\n");
        assertThat(keys).hasSize(3);
        return Trust.of(keys[0].split("\\+")[0], List.of(keys), 0);
    }

    private static Verdict check(Receipt receipt, byte[] content, boolean promiseSuffices) throws IOException {
        return new ReceiptCheck(trust(), EventTypeRegistry.builtIn(), promiseSuffices)
                .check(receipt, Optional.of(Digest.sha256(content)), Optional.empty());
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
                .map(Finding::check)
                .toList();
    }
}
