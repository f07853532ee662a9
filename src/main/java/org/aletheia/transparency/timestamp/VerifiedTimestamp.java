package org.aletheia.transparency.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A token that keeps every rule, by what it carries and some trusted roots alone: no network is asked, and the time of its
 * being checked plays no part.
 *
 * @param chain valid at the token's time
 * @param unknown certificates of the chain of which no revocation list is carried, because their issuer names none
 */
public record VerifiedTimestamp(TimestampToken token, TimestampChain chain, List<X509Certificate> unknown) {
    public VerifiedTimestamp {
        unknown = List.copyOf(unknown);
    }

    /**
     * Checks the rules in the order of {@link TimestampRules}.
     *
     * @param bytes that it must be about
     * @throws TimestampException the first rule that is broken
     */
    public static VerifiedTimestamp of(TimestampToken token, byte[] bytes, Collection<X509Certificate> roots) {
        TimestampRules.checkImprint(token, bytes);
        X509Certificate signer = TimestampRules.signer(token);
        TimestampRules.checkSignature(token, signer);
        TimestampChain chain = TimestampRules.chain(token, signer, roots);
        return new VerifiedTimestamp(token, chain, TimestampRules.checkRevocation(token, chain));
    }

    /** Who vouches for the time, by the name in the certificate (RFC 2253). */
    public String authority() {
        List<X509Certificate> path = chain.path();
        return TimestampChain.name(path.isEmpty() ? chain.root() : path.getFirst());
    }

    /** What it was about existed no later than this, in whole seconds, rounded up. */
    public Instant latest() {
        Instant latest = token.latest();
        return latest.getNano() == 0 ? latest : Instant.ofEpochSecond(latest.getEpochSecond() + 1);
    }

    /** Whether a certificate says that it is for tests: its keys are known, and its time proves nothing. */
    public boolean isForTests() {
        return chain.certificates().stream().anyMatch(TrustedRoots::isForTests);
    }
}
