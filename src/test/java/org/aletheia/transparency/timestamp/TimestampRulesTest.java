package org.aletheia.transparency.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.timestamp.TimestampException.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each thing that can be wrong in an answer or a token is found, under its own name; what is right is believed. */
@Tag("unit")
class TimestampRulesTest {
    private static final byte[] BYTES = "a checkpoint".getBytes(UTF_8);
    private static final URI LISTS = URI.create("http://authority.example/crl");
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Instant now = Clock.systemUTC().instant();
    private final TestAuthority authority = TestAuthority.named("authority").make();

    @Test
    void anHonestAnswerIsBelieved() {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            TimestampRequest request = TimestampRequest.of(algorithm, BYTES, Optional.of(TestAuthority.POLICY));
            TimestampToken token = request.token(authority.answer(request.encoded()), now, now, CLOCKS);
            verify(token, authority.root());
            assertThat(token.time()).isBetween(now.minusSeconds(2), now.plusSeconds(60));
            assertThat(token.latest()).isEqualTo(token.time().plusSeconds(1));
            assertThat(token.policy()).isEqualTo(TestAuthority.POLICY);
            assertThat(TimestampToken.parse(token.encoded()).serial()).isEqualTo(token.serial());
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        TimestampRequest mine = request(BYTES);
        breaks(Rule.NONCE, () -> token(mine, authority.answer(request(BYTES).encoded())));
        breaks(Rule.STATUS, () -> token(mine, authority.refusal()));
        TimestampRequest strict = TimestampRequest.of(DigestAlgorithm.SHA_512, BYTES, Optional.of("1.2.3.4"));
        breaks(Rule.POLICY, () -> token(strict, authority.answer(strict.encoded())));
    }

    @Test
    void anAnswerAboutOtherBytesIsRefused() throws IOException {
        TimestampRequest mine = request(BYTES);
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        byte[] theirs = generator
                .generate(
                        NISTObjectIdentifiers.id_sha512,
                        new byte[DigestAlgorithm.SHA_512.length()],
                        new TimeStampRequest(mine.encoded()).getNonce())
                .getEncoded();
        breaks(Rule.IMPRINT, () -> token(mine, authority.answer(theirs)));
    }

    @Test
    void aTimeFarFromOursIsRefused() {
        for (Duration off : List.of(Duration.ofMinutes(6), Duration.ofDays(-300))) {
            TestAuthority wrong = TestAuthority.named("wrong clock").make().clock(() -> now.plus(off));
            TimestampRequest request = request(BYTES);
            breaks(Rule.TIME, () -> token(request, wrong.answer(request.encoded())));
        }
    }

    @Test
    void garbageIsRefusedAsGarbage() {
        TimestampRequest request = request(BYTES);
        byte[] right = authority.answer(request.encoded());
        breaks(Rule.FORM, () -> token(request, new byte[0]));
        breaks(Rule.FORM, () -> token(request, "<html>busy</html>".getBytes(UTF_8)));
        breaks(Rule.FORM, () -> token(request, Arrays.copyOf(right, right.length - 1)));
        breaks(Rule.FORM, () -> TimestampToken.parse(new byte[TimestampToken.MAX_LENGTH + 1]));
        byte[] token = authority.token(BYTES).encoded();
        byte[] longer = Arrays.copyOf(token, token.length + 1);
        breaks(Rule.FORM, () -> TimestampToken.parse(longer));
    }

    /** Among hundreds of certificates that vouch for each other, looking for a root takes hours. */
    @Test
    void aTokenWithMoreCertificatesOrListsThanAnyIsRefused() {
        TimestampToken token = authority.token(BYTES);
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (int i = 0; i < TimestampToken.MOST_CARRIED; i++) {
            certificates.add(TestAuthority.named("number " + i).make().root());
            lists.add(authority.revocationList());
        }
        assertThat(token.carrying(certificates, lists).certificates()).hasSize(TimestampToken.MOST_CARRIED);
        breaks(
                Rule.FORM,
                () -> token.carrying(
                        certificates,
                        Stream.concat(lists.stream(), Stream.of(authority.revocationList()))
                                .toList()));
        certificates.add(authority.root());
        breaks(Rule.FORM, () -> token.carrying(certificates, lists));
    }

    /** Whoever signs it: an accuracy that no number holds once broke the verifier, after all its rules. */
    @Test
    void anAccuracyThatIsNoneIsRefused() {
        for (BigInteger seconds : List.of(BigInteger.TWO.pow(31), BigInteger.ONE.negate())) {
            TestAuthority vague = TestAuthority.named("vague").make().accurateTo(seconds);
            breaks(Rule.FORM, () -> vague.token(BYTES));
        }
        TestAuthority rough = TestAuthority.named("rough").make().accurateTo(BigInteger.valueOf(Integer.MAX_VALUE));
        TimestampToken token = rough.token(BYTES);
        assertThat(token.latest()).isEqualTo(token.time().plusSeconds(Integer.MAX_VALUE));
    }

    /** Some bytes are covered by no signature, such as lists of algorithms; none of them says anything. */
    @Test
    void noFlippedByteChangesWhatATokenSays() {
        TimestampToken right = authority.token(BYTES);
        byte[] encoded = right.encoded();
        Random random = new Random(7);
        int found = 0;
        for (int at = 0; at < encoded.length; at++) {
            byte[] wrong = encoded.clone();
            wrong[at] ^= (byte) (1 << random.nextInt(8));
            try {
                TimestampToken token = TimestampToken.parse(wrong);
                verify(token, authority.root());
                assertThat(said(token)).as("byte %d of %d", at, encoded.length).isEqualTo(said(right));
            } catch (TimestampException e) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(encoded.length * 9 / 10);
    }

    private static List<Object> said(TimestampToken token) {
        return List.of(token.time(), token.latest(), token.serial(), token.policy(), token.imprint());
    }

    @Test
    void aTokenOfOtherBytesIsNotAboutThese() {
        breaks(Rule.IMPRINT, () -> TimestampRules.checkImprint(authority.token(BYTES), new byte[] {1}));
    }

    @Test
    void theSignersCertificateMustBeForTimestampsAlone() {
        for (TestAuthority wrong : List.of(
                TestAuthority.named("uncritical").uncritical().make(),
                TestAuthority.named("server")
                        .purposes(KeyPurposeId.id_kp_serverAuth)
                        .make(),
                TestAuthority.named("both")
                        .purposes(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning)
                        .make(),
                TestAuthority.named("by SHA-1").make().namingBySha1(),
                TestAuthority.named("carrying nothing").make().carryingNothing())) {
            TimestampToken token = wrong.token(BYTES);
            breaks(Rule.CERTIFICATE, () -> TimestampRules.signer(token));
        }
    }

    @Test
    void anotherCertificateInTheSignersPlaceIsFound() {
        TestAuthority other = TestAuthority.named("authority").make();
        TimestampToken token = authority.token(BYTES);
        breaks(Rule.CERTIFICATE, () -> TimestampRules.signer(token.carrying(List.of(other.signer()), List.of())));
        breaks(Rule.SIGNATURE, () -> TimestampRules.checkSignature(token, other.signer()));
    }

    @Test
    void aWeakDigestUnderTheSignatureIsRefused() {
        TestAuthority weak = TestAuthority.named("weak").make().signingWithSha1();
        TimestampToken token = weak.token(BYTES);
        breaks(Rule.SIGNATURE, () -> TimestampRules.checkSignature(token, weak.signer()));
    }

    @Test
    void onlyTrustedRootsAreTrusted() {
        TestAuthority other = TestAuthority.named("authority").make();
        breaks(Rule.CHAIN, () -> verify(authority.token(BYTES), other.root()));
        TimestampToken token = authority.token(BYTES);
        breaks(Rule.CHAIN, () -> TimestampRules.chain(token, TimestampRules.signer(token), List.of()));
        verify(token, authority.signer()); // trusted itself
    }

    @Test
    void theChainIsJudgedAtTheTimeOfTheToken() {
        Instant then = now.minus(Duration.ofDays(300));
        TestAuthority expired = TestAuthority.named("expired")
                .valid(now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(200)))
                .make();
        verify(expired.clock(() -> then).token(BYTES), expired.root());
        breaks(Rule.SIGNATURE, () -> verify(expired.clock(() -> now).token(BYTES), expired.root()));
        TimestampToken late = expired.clock(() -> now).token(BYTES);
        breaks(Rule.CHAIN, () -> TimestampRules.chain(late, TimestampRules.signer(late), List.of(expired.root())));
    }

    /** What is not in the token is not fetched: whoever checks offline would tell where and when, and believe an answer of today. */
    @Test
    void nobodyIsAsked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            TestAuthority publishing = TestAuthority.named("publishing")
                    .publishing(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/crl"))
                    .make();
            byte[] list = encoded(publishing.revocationList());
            server.createContext("/crl", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
                exchange.close();
            });
            server.start();
            breaks(Rule.REVOCATION_UNKNOWN, () -> verify(publishing.token(BYTES), publishing.root()));
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAuthorityThatPublishesRevocationMustBeShownNotRevoked() {
        TestAuthority publishing =
                TestAuthority.named("publishing").publishing(LISTS).make();
        TimestampToken bare = publishing.token(BYTES);
        assertThat(CrlAddresses.of(publishing.signer())).containsExactly(LISTS);
        breaks(Rule.REVOCATION_UNKNOWN, () -> verify(bare, publishing.root()));
        verify(with(bare, publishing, publishing.revocationList()), publishing.root());
        TestAuthority other = TestAuthority.named("publishing").make();
        breaks(
                Rule.REVOCATION_UNKNOWN,
                () -> verify(with(bare, publishing, other.revocationList()), publishing.root()));
        TimestampToken silent = authority.token(BYTES);
        assertThat(TimestampRules.checkRevocation(
                        silent, TimestampRules.chain(silent, authority.signer(), List.of(authority.root()))))
                .containsExactly(authority.signer());
    }

    @Test
    void aListOfAnotherTimeShowsNothing() {
        TestAuthority publishing =
                TestAuthority.named("publishing").publishing(LISTS).make();
        X509CRL old = publishing.clock(() -> now.minus(Duration.ofDays(3))).revocationList();
        TimestampToken token = publishing.clock(() -> now).token(BYTES);
        breaks(Rule.REVOCATION_UNKNOWN, () -> verify(with(token, publishing, old), publishing.root()));
    }

    @Test
    void whatWasRevokedBeforeTheTokenIsRefused() {
        TimestampToken token = authority.token(BYTES);
        for (int reason : List.of(CRLReason.superseded, CRLReason.cessationOfOperation)) {
            X509CRL before = authority.revoking(now.minusSeconds(3600), reason);
            breaks(Rule.REVOKED, () -> verify(with(token, authority, before), authority.root()));
            X509CRL after = authority.revoking(now.plusSeconds(3600), reason);
            assertThatCode(() -> verify(with(token, authority, after), authority.root()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aStolenKeySpoilsItsEarlierTokensToo() {
        TimestampToken token = authority.token(BYTES);
        Instant later = now.plusSeconds(3600);
        for (X509CRL list : List.of(
                authority.revoking(later, CRLReason.keyCompromise),
                authority.revoking(later, CRLReason.cACompromise),
                authority.revokingWithoutReason(later))) {
            breaks(Rule.REVOKED, () -> verify(with(token, authority, list), authority.root()));
        }
    }

    @Test
    void rootsAreReadAsPem() throws Exception {
        String pem = pem(authority.root()) + pem(authority.signer());
        assertThat(TrustedRoots.parse(pem.getBytes(UTF_8))).containsExactly(authority.root(), authority.signer());
        assertThatThrownBy(() -> TrustedRoots.parse(new byte[0])).isInstanceOf(MalformedValueException.class);
        assertThatThrownBy(() -> TrustedRoots.parse("no certificate".getBytes(UTF_8)))
                .isInstanceOf(MalformedValueException.class);
    }

    @Test
    void aTestAuthoritySaysSo() {
        TestAuthority marked = TestAuthority.named("test").forTests().make();
        assertThat(TrustedRoots.isForTests(marked.root())).isTrue();
        assertThat(TrustedRoots.isForTests(marked.signer())).isTrue();
        assertThat(TrustedRoots.isForTests(authority.root())).isFalse();
    }

    private static void verify(TimestampToken token, X509Certificate root) {
        TimestampRules.checkImprint(token, BYTES);
        X509Certificate signer = TimestampRules.signer(token);
        TimestampRules.checkSignature(token, signer);
        TimestampRules.checkRevocation(token, TimestampRules.chain(token, signer, List.of(root)));
    }

    private static TimestampToken with(TimestampToken token, TestAuthority authority, X509CRL list) {
        return token.carrying(List.of(authority.signer(), authority.root()), List.of(list));
    }

    private static TimestampRequest request(byte[] bytes) {
        return TimestampRequest.of(DigestAlgorithm.SHA_512, bytes, Optional.empty());
    }

    private TimestampToken token(TimestampRequest request, byte[] answer) {
        return request.token(answer, now, now, CLOCKS);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static void breaks(Rule rule, ThrowingCallable check) {
        assertThatThrownBy(check)
                .asInstanceOf(type(TimestampException.class))
                .extracting(TimestampException::rule)
                .isEqualTo(rule);
    }
}
