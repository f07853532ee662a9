package org.aletheia.transparency.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.transparency.timestamp.TimestampException.Rule;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * A question to a timestamp authority (RFC 3161 §2.4.1). It always asks for the certificates and carries a nonce, so that an
 * old answer is not taken for a new one.
 */
public final class TimestampRequest {
    private static final int NONCE_BYTES = 16;

    private final Digest imprint;
    private final BigInteger nonce;
    private final Optional<String> policy;

    private TimestampRequest(Digest imprint, BigInteger nonce, Optional<String> policy) {
        this.imprint = imprint;
        this.nonce = nonce;
        this.policy = policy;
    }

    /**
     * Asks for a timestamp of some bytes.
     *
     * @param policy dotted OID under which the token must be; empty for the authority's own choice
     */
    public static TimestampRequest of(DigestAlgorithm algorithm, byte[] bytes, Optional<String> policy) {
        return of(algorithm, bytes, new BigInteger(1, SecureBytes.random(NONCE_BYTES)), policy);
    }

    /** One with a nonce that is known, to which an answer of before is an answer. */
    static TimestampRequest of(DigestAlgorithm algorithm, byte[] bytes, BigInteger nonce, Optional<String> policy) {
        Digest imprint = new Digest(algorithm, algorithm.newMessageDigest().digest(bytes));
        return new TimestampRequest(imprint, nonce, policy);
    }

    /** DER, media type {@code application/timestamp-query}. */
    public byte[] encoded() {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        policy.map(ASN1ObjectIdentifier::new).ifPresent(request::setReqPolicy);
        try {
            return request.generate(ImprintAlgorithms.oid(imprint.algorithm()), imprint.bytes(), nonce)
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request that cannot be encoded", e);
        }
    }

    /**
     * The token of an answer, if it answers this question: status (RFC 3161 §2.4.2), nonce, imprint and policy. Its signature
     * and chain are not looked at.
     *
     * @param response DER, media type {@code application/timestamp-reply}
     * @param sent when the question left
     * @param received when the answer was there
     * @param clocksDiffer how far the authority's clock may be from ours
     * @throws TimestampException {@code FORM}, {@code STATUS}, {@code NONCE}, {@code IMPRINT}, {@code POLICY} or {@code TIME}
     */
    public TimestampToken token(byte[] response, Instant sent, Instant received, Duration clocksDiffer) {
        TimestampToken token = TimestampToken.parse(granted(response));
        if (!token.nonce().filter(nonce::equals).isPresent()) {
            throw new TimestampException(Rule.NONCE, "not the one that was sent");
        }
        if (!token.imprint().filter(imprint::matches).isPresent()) {
            throw new TimestampException(Rule.IMPRINT, "not the one that was sent");
        }
        if (policy.isPresent() && !policy.get().equals(token.policy())) {
            throw new TimestampException(Rule.POLICY, "expected " + policy.get() + ", found " + token.policy());
        }
        Instant time = token.time();
        if (time.isBefore(sent.minus(clocksDiffer)) || time.isAfter(received.plus(clocksDiffer))) {
            throw new TimestampException(Rule.TIME, "states " + time + ", received at " + received);
        }
        return token;
    }

    private static byte[] granted(byte[] response) {
        try {
            TimeStampResponse answer = new TimeStampResponse(response);
            int status = answer.getStatus();
            if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
                throw new TimestampException(Rule.STATUS, "refused with status " + status);
            }
            if (answer.getTimeStampToken() == null) {
                throw new TimestampException(Rule.FORM, "granted without a token");
            }
            return answer.getTimeStampToken().getEncoded();
        } catch (TimestampException e) {
            throw e;
        } catch (TSPException | IOException | RuntimeException e) {
            throw new TimestampException(Rule.FORM, "not a timestamp response", e);
        }
    }
}
