package org.aletheia.fuzz;

import static org.aletheia.fuzz.FuzzTarget.same;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.aletheia.transparency.timestamp.CrlAddresses;
import org.aletheia.transparency.timestamp.RevocationLists;
import org.aletheia.transparency.timestamp.TestRequests;
import org.aletheia.transparency.timestamp.TimestampRequest;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.aletheia.transparency.timestamp.TrustedRoots;
import org.aletheia.transparency.timestamp.VerifiedTimestamp;

/** What authorities answer, and what others say that they answered. */
final class TimestampTargets {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final TimestampRequest REQUEST = TestRequests.of(TimestampSeeds.NOTE, TimestampSeeds.NONCE);
    private static final VerifiedTimestamp GENUINE =
            VerifiedTimestamp.of(TimestampToken.parse(TimestampSeeds.TOKEN), TimestampSeeds.NOTE, TimestampSeeds.ROOTS);

    private TimestampTargets() {}

    static void response(byte[] bytes) {
        TimestampToken token = REQUEST.token(bytes, TimestampSeeds.MADE, TimestampSeeds.MADE, CLOCKS_DIFFER);
        same(token.encoded(), TimestampToken.parse(token.encoded()).encoded());
        token.carrying(token.certificates(), token.revocationLists());
    }

    /** Whatever a token carries beside what is signed, it says what the authority has said, or nothing. */
    static void token(byte[] bytes) {
        TimestampToken token = TimestampToken.parse(bytes);
        same(bytes, token.encoded());
        List<Object> said = said(token);
        token.certificates().forEach(CrlAddresses::of);
        token.revocationLists();
        VerifiedTimestamp verified = VerifiedTimestamp.of(token, TimestampSeeds.NOTE, TimestampSeeds.ROOTS);
        same(said(GENUINE.token()), said);
        same(GENUINE.authority(), verified.authority());
    }

    /** No list but the issuer's shows that a certificate was not revoked. */
    static void revocationList(byte[] bytes) {
        X509CRL list = RevocationLists.parse(bytes);
        if (GENUINE.chain().missingRevocation(List.of(list)).isEmpty()) {
            try {
                same(RevocationLists.parse(TimestampSeeds.REVOCATION_LIST).getTBSCertList(), list.getTBSCertList());
            } catch (CRLException e) {
                throw new AssertionError("a list without what is signed", e);
            }
        }
    }

    static void certificates(byte[] bytes) {
        for (X509Certificate certificate : TrustedRoots.parse(bytes)) {
            TrustedRoots.isForTests(certificate);
            CrlAddresses.of(certificate)
                    .forEach(address -> same(true, address.getScheme().startsWith("http")));
        }
    }

    private static List<Object> said(TimestampToken token) {
        return List.of(token.time(), token.latest(), token.serial(), token.policy(), token.imprint());
    }
}
