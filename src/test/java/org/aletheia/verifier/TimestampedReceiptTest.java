package org.aletheia.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.timestamp.TestAuthority;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the timestamps in a receipt show, offline and by given roots; and each way in which one can be wrong, by its code. */
@Tag("unit")
class TimestampedReceiptTest {
    private static final byte[] FILE = "what was received".getBytes(UTF_8);
    private static final URI LISTS = URI.create("http://authority.example/crl");
    private static final Instant NOW = Clock.systemUTC().instant();

    private final TestLog log = new TestLog();
    private final SealedEvent event = log.append(
            Event.of(EventTypes.RECEIVED, Ids.timeOrdered(), NOW)
                    .detail(Map.of(
                            "digests", Map.of("sha-256", Digest.sha256(FILE).hex()), "size", FILE.length))
                    .build(),
            EventSeed.random());
    private final String proof = log.proof(event);
    private final byte[] note = TlogProof.parse(proof).checkpoint().getBytes(UTF_8);
    private final TestAuthority authority = honest("authority");

    @Test
    void provesTheTimeByTheWordOfTheAuthority() throws IOException {
        TimestampToken token = whole(authority);
        Verdict verdict = check(List.of(token), authority);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        Instant latest = token.latest();
        assertThat(verdict.text())
                .contains("[ok]   timestamp: one: no later than " + latest + ", by CN=authority, number "
                        + token.serial() + ", policy " + TestAuthority.POLICY)
                .doesNotContain("timestamp-");
        assertThat(verdict.statement())
                .startsWith("proves that these bytes were held by evidence.example/log no later than " + latest
                        + ", as timestamped by CN=authority and are unchanged since; does not prove who made them");
    }

    /** The latest of several, which is true if only one of the authorities is honest. */
    @Test
    void ofSeveralTheLatestTimeCounts() throws IOException {
        TestAuthority slow = honest("slow").clock(() -> NOW.plusSeconds(7000));
        Verdict verdict = check(List.of(whole(authority), whole(slow)), authority, slow);
        assertThat(verdict.statement()).contains(whole(slow).latest() + ", as timestamped by CN=authority and CN=slow");
    }

    @Test
    void absenceIsAFailureUnlessItIsWaived() throws IOException {
        assertThat(failed(check(List.of(), authority))).containsExactly("timestamp");
        Verdict waived = check(List.of(), true, authority);
        assertThat(waived.passed()).isTrue();
        assertThat(waived.text()).contains("[note] timestamp: none under the given roots, which was waived");
        assertThat(waived.statement()).doesNotContain("as timestamped by");
    }

    @Test
    void withoutRootsItIsSaidThatTheyWereNotChecked() throws IOException {
        Verdict verdict = check(List.of(whole(authority)));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.text())
                .contains("[note] not-checked: timestamps: 1 in hand; no root of an authority was given");
        assertThat(verdict.statement()).doesNotContain("as timestamped by");
    }

    @Test
    void oneOfAnAuthorityThatIsNotTrustedSaysNothing() throws IOException {
        List<TimestampToken> both = List.of(whole(honest("stranger")), whole(authority));
        Verdict verdict = check(both, authority);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("[note] timestamp-chain: left aside: one: no certificates lead");
        assertThat(failed(check(both.subList(0, 1), authority))).containsExactly("timestamp-chain", "timestamp");
        assertThat(failed(check(both.subList(0, 1), true, authority))).isEmpty();
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "timestamp-imprint",
                        "about another note",
                        made((authority, note) -> authority.token("other".getBytes(UTF_8)))),
                new Case("timestamp-certificate", "it carries no certificate", note -> {
                    TestAuthority nobody = honest("authority").carryingNothing();
                    return new Wrong(nobody, nobody.token(note).encoded());
                }),
                new Case(
                        "timestamp-certificate",
                        "its certificate is for other things, too",
                        special(making ->
                                making.purposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning))),
                new Case("timestamp-certificate", "its certificate is named by SHA-1", note -> {
                    TestAuthority old = honest("authority").namingBySha1();
                    return new Wrong(old, whole(old, note).encoded());
                }),
                new Case("timestamp-signature", "its signature was altered", note -> {
                    TestAuthority right = honest("authority");
                    byte[] token = whole(right, note).encoded();
                    token[token.length - 1] ^= 1;
                    return new Wrong(right, token);
                }),
                new Case("timestamp-signature", "signed by way of SHA-1", note -> {
                    TestAuthority weak = honest("authority").signingWithSha1();
                    return new Wrong(weak, whole(weak, note).encoded());
                }),
                new Case(
                        "timestamp-chain",
                        "of an authority that is not trusted",
                        note -> new Wrong(
                                honest("authority"),
                                whole(honest("authority"), note).encoded())),
                new Case(
                        "timestamp-signature",
                        "made when its certificate had run out",
                        special(making ->
                                making.valid(NOW.minus(Duration.ofDays(300)), NOW.minus(Duration.ofDays(200))))),
                new Case(
                        "timestamp-revoked",
                        "its certificate had been revoked before",
                        made((authority, note) -> carrying(
                                authority.token(note),
                                authority,
                                authority.revoking(NOW.minus(Duration.ofDays(1)), CRLReason.superseded)))),
                new Case(
                        "timestamp-revoked",
                        "its certificate's key was compromised, as was found later",
                        made((authority, note) -> carrying(
                                authority.token(note),
                                authority,
                                authority.revoking(NOW.plus(Duration.ofDays(1)), CRLReason.keyCompromise)))),
                new Case("timestamp-revocation", "nothing shows that its certificate was not revoked", note -> {
                    TestAuthority silent =
                            TestAuthority.named("authority").publishing(LISTS).make();
                    return new Wrong(silent, silent.token(note).encoded());
                }),
                new Case(
                        "timestamp-form",
                        "no token",
                        note -> new Wrong(honest("authority"), "no token".getBytes(UTF_8))));
    }

    /** One way in which a token can be wrong. */
    record Case(String code, String about, Broken made) {}

    static Stream<Arguments> broken() {
        return cases().stream().map(wrong -> Arguments.of(wrong.code(), wrong.made()));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("broken")
    void whatIsWrongIsNamedAndNeverWaived(String code, Broken broken) throws IOException {
        Wrong wrong = broken.of(note);
        Receipt receipt = receipt(List.of(new ReceiptTimestamp("one", encoded(wrong.token()))));
        Verdict verdict = check(receipt, false, List.of(wrong.authority().root()));
        assertThat(failed(verdict)).containsExactly(code, "timestamp");
        assertThat(verdict.statement()).startsWith("NOT VERIFIED");
        Verdict waived = check(receipt, true, List.of(wrong.authority().root()));
        assertThat(failed(waived))
                .containsExactlyElementsOf(code.equals("timestamp-chain") ? List.of() : List.of(code));
    }

    /** A certificate that has run out, or was given up, since the token was made takes nothing from it. */
    @Test
    void itIsCheckedAtTheTimeThatItStates() throws IOException {
        Instant then = NOW.minus(Duration.ofDays(350));
        TestAuthority past = TestAuthority.named("past")
                .valid(then.minusSeconds(60), then.plusSeconds(60))
                .publishing(LISTS)
                .make()
                .clock(() -> then);
        assertThat(failed(check(List.of(whole(past)), past))).isEmpty();
        TestAuthority retired = honest("retired");
        X509CRL list = retired.revoking(NOW.plus(Duration.ofDays(1)), CRLReason.superseded);
        assertThat(failed(check(List.of(carrying(retired.token(note), retired, list)), retired)))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsSaid() throws IOException {
        TestAuthority silent = TestAuthority.named("silent").make();
        assertThat(check(List.of(silent.token(note)), silent).text())
                .contains("[note] timestamp-revocation: not checked for CN=silent");
        TestAuthority tests =
                TestAuthority.named("tests").publishing(LISTS).forTests().make();
        assertThat(check(List.of(whole(tests)), tests).text()).contains("[note] timestamp-test: CN=tests is for tests");
    }

    /** They are about the checkpoint of the proof, so without it about nothing. */
    @Test
    void withoutAProofTheyShowNothing() throws IOException {
        Receipt receipt = new Receipt(
                event.disclose(Set.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(ReceiptTimestamp.of("one", whole(authority).encoded())));
        assertThat(failed(check(receipt, false, List.of(authority.root())))).containsExactly("timestamp", "proof");
    }

    @Test
    void timestampsAreReadAsTheyAreWritten() {
        Receipt receipt =
                receipt(List.of(ReceiptTimestamp.of("one", whole(authority).encoded())));
        byte[] json = CanonicalJson.write(receipt.json());
        assertThat(Receipt.parse(json)).isEqualTo(receipt);
        assertThat(new String(json, UTF_8)).contains("\"timestamps\":[{\"authority\":\"one\",\"token\":\"MI");
        for (String wrong :
                List.of("7", "[7]", "[{\"authority\":\"one\"}]", "[{\"authority\":\"one\",\"token\":\"?\"}]")) {
            String text = new String(CanonicalJson.write(receipt(List.of()).json()), UTF_8);
            byte[] broken = text.replace("{\"event\"", "{\"timestamps\":" + wrong + ",\"event\"")
                    .getBytes(UTF_8);
            assertThatThrownBy(() -> Receipt.parse(broken)).as(wrong).isInstanceOf(MalformedValueException.class);
        }
    }

    @Test
    void runsAsACommand(@TempDir Path folder) throws Exception {
        Path keys = Files.write(folder.resolve("keys"), log.vkeys());
        Path root = pem(folder.resolve("root.pem"), authority.root());
        Path receipt = Files.write(
                folder.resolve("receipt.json"),
                CanonicalJson.write(receipt(List.of(
                                ReceiptTimestamp.of("one", whole(authority).encoded())))
                        .json()));
        assertThat(run("receipt", keys, receipt, "--timestamp-root", root))
                .startsWith("0 ")
                .contains("[ok]   timestamp: one:", "as timestamped by CN=authority");
        Path other = pem(folder.resolve("other.pem"), honest("other").root());
        assertThat(run("receipt", keys, receipt, "--timestamp-root", other))
                .startsWith("1 ")
                .contains("[FAIL] timestamp-chain: one:");
        assertThat(run("receipt", keys, receipt, "--timestamp-root", other, "--untimestamped-suffices"))
                .startsWith("0 ");
        assertThat(run("receipt", keys, receipt, "--timestamp-root", keys)).startsWith("2 cannot verify: certificates");
        assertThat(run("receipt", keys, receipt, "--timestamp-root", folder.resolve("none")))
                .startsWith("2 cannot verify: there is no ");
        assertThat(run("item", keys, receipt, "--timestamp-root", root))
                .startsWith("2 cannot verify: --timestamp-root does not go with item, which takes --cosigners");
    }

    /** The worked example of docs/custody.md, by other people's tools. */
    @Test
    void opensslSaysTheSame(@TempDir Path folder) throws Exception {
        Path root = pem(folder.resolve("root.pem"), authority.root());
        Receipt right =
                receipt(List.of(ReceiptTimestamp.of("one", whole(authority).encoded())));
        Path receipt = Files.write(folder.resolve("receipt.json"), CanonicalJson.write(right.json()));
        assertThat(byHand(receipt, root))
                .contains("Verification: OK", "Policy OID: " + TestAuthority.POLICY)
                .endsWith("exit 0");
        Receipt wrong = receipt(List.of(ReceiptTimestamp.of(
                "one", whole(authority, "other".getBytes(UTF_8)).encoded())));
        Path other = Files.write(folder.resolve("other.json"), CanonicalJson.write(wrong.json()));
        assertThat(byHand(other, root)).contains("Verification: FAILED").endsWith("exit 1");
        Path stranger = pem(folder.resolve("stranger.pem"), honest("stranger").root());
        assertThat(byHand(receipt, stranger)).contains("Verification: FAILED").endsWith("exit 1");
    }

    private static List<String> byHand(Path receipt, Path root) throws IOException, InterruptedException {
        String script = Path.of(System.getProperty("aletheia.basedir"), "docs/verify/timestamp-by-hand.sh")
                .toString();
        Process process = new ProcessBuilder("sh", script, receipt.toString(), root.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>(process.inputReader(UTF_8).lines().toList());
        lines.add("exit " + process.waitFor());
        return lines;
    }

    /** A token of an authority, for a note. */
    @FunctionalInterface
    interface Broken {
        Wrong of(byte[] note);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once
    record Wrong(TestAuthority authority, byte[] token) {}

    private static Broken made(BiFunction<TestAuthority, byte[], TimestampToken> making) {
        return note -> {
            TestAuthority authority = honest("authority");
            return new Wrong(authority, making.apply(authority, note).encoded());
        };
    }

    private static Broken special(UnaryOperator<TestAuthority.Making> making) {
        return note -> {
            TestAuthority authority = making.apply(
                            TestAuthority.named("authority").publishing(LISTS))
                    .make();
            return new Wrong(authority, whole(authority, note).encoded());
        };
    }

    static TestAuthority honest(String name) {
        return TestAuthority.named(name).publishing(LISTS).make();
    }

    private TimestampToken whole(TestAuthority from) {
        return whole(from, note);
    }

    static TimestampToken whole(TestAuthority from, byte[] note) {
        return carrying(from.token(note), from, from.revocationList());
    }

    private static TimestampToken carrying(TimestampToken token, TestAuthority from, X509CRL list) {
        return token.carrying(List.of(from.signer(), from.root()), List.of(list));
    }

    private Receipt receipt(List<ReceiptTimestamp> timestamps) {
        return new Receipt(event.disclose(Set.of()), Optional.empty(), Optional.of(proof), timestamps);
    }

    private Verdict check(List<TimestampToken> tokens, TestAuthority... trusted) throws IOException {
        return check(tokens, false, trusted);
    }

    private Verdict check(List<TimestampToken> tokens, boolean waived, TestAuthority... trusted) throws IOException {
        return check(
                receipt(tokens.stream()
                        .map(token -> ReceiptTimestamp.of("one", token.encoded()))
                        .toList()),
                waived,
                Stream.of(trusted).map(TestAuthority::root).toList());
    }

    private Verdict check(Receipt receipt, boolean waived, List<X509Certificate> roots) throws IOException {
        Trust trust = Trust.of(TestLog.ORIGIN, log.vkeys(), 0).timestampedUnder(roots, waived);
        return new ReceiptCheck(trust, EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.of(Digest.sha256(FILE)), Optional.empty());
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .toList();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Path pem(Path file, X509Certificate certificate) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static String run(String command, Path keys, Object... more) {
        List<String> words = new ArrayList<>(List.of(command, TestLog.ORIGIN, keys.toString()));
        Stream.of(more).map(Object::toString).forEach(words::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(words.toArray(String[]::new), out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
