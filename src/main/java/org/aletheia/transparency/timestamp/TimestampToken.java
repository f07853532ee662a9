package org.aletheia.transparency.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.timestamp.TimestampException.Rule;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCRLStore;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * A timestamp token (RFC 3161 §2.4.2): a CMS SignedData over a TSTInfo. It may carry the chain of certificates and revocation
 * lists in the fields that CMS has for them, which no signature covers. Nothing in it may be relied on before
 * {@link TimestampRules} have been kept.
 */
public final class TimestampToken {
    /** Longest token, with its certificates and revocation lists, of which some issuers' have several megabytes. */
    public static final int MAX_LENGTH = 1 << 24;

    /**
     * Most certificates, and most revocation lists, of one token; authorities send two to five. Whoever looks for a chain
     * among hundreds that were made to lead nowhere does not come back.
     */
    static final int MOST_CARRIED = 32;

    private final TimeStampToken token;
    private final byte[] encoded;
    private final Duration accuracy;

    private TimestampToken(TimeStampToken token, byte[] encoded) {
        this.token = token;
        this.encoded = encoded;
        this.accuracy = accuracy(token.getTimeStampInfo().getGenTimeAccuracy());
        checkCount(token.getCertificates());
        checkCount(token.getCRLs());
    }

    /**
     * Parses a token, DER or BER.
     *
     * @throws TimestampException {@code FORM}
     */
    public static TimestampToken parse(byte[] encoded) {
        if (encoded.length > MAX_LENGTH) {
            throw new TimestampException(Rule.FORM, "longer than any");
        }
        try {
            // an object and nothing behind it: the same token has only one length
            ASN1Primitive object = ASN1Primitive.fromByteArray(encoded);
            return new TimestampToken(new TimeStampToken(ContentInfo.getInstance(object)), encoded.clone());
        } catch (TimestampException e) {
            throw e;
        } catch (TSPException | IOException | RuntimeException e) {
            throw new TimestampException(Rule.FORM, "not a timestamp token", e);
        }
    }

    /** As it was parsed. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The time that the authority states (genTime). */
    public Instant time() {
        return info().getGenTime().toInstant();
    }

    /** The latest time that the authority's own accuracy allows: what is proven is "no later than" this. */
    public Instant latest() {
        return time().plus(accuracy);
    }

    /** Dotted OID of the policy under which it was made. */
    public String policy() {
        return info().getPolicy().getId();
    }

    /** Its number with the authority. */
    public BigInteger serial() {
        return info().getSerialNumber();
    }

    Optional<BigInteger> nonce() {
        return Optional.ofNullable(info().getNonce());
    }

    /** What it is about; empty for a digest that is not used here. */
    public Optional<Digest> imprint() {
        try {
            return ImprintAlgorithms.of(info().getMessageImprintAlgOID())
                    .map(algorithm -> new Digest(algorithm, info().getMessageImprintDigest()));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** All certificates that it carries, in no order. */
    public List<X509Certificate> certificates() {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
                certificates.add(converter.getCertificate(holder));
            }
        } catch (CertificateException | RuntimeException e) {
            throw new TimestampException(Rule.FORM, "carries what is no certificate", e);
        }
        return certificates;
    }

    /** All revocation lists that it carries, in no order. */
    public List<X509CRL> revocationLists() {
        JcaX509CRLConverter converter = new JcaX509CRLConverter();
        List<X509CRL> lists = new ArrayList<>();
        try {
            for (X509CRLHolder holder : token.getCRLs().getMatches(null)) {
                lists.add(converter.getCRL(holder));
            }
        } catch (CRLException | RuntimeException e) {
            throw new TimestampException(Rule.FORM, "carries what is no revocation list", e);
        }
        return lists;
    }

    /**
     * The same token with these certificates and revocation lists in place of those that it carries. What is signed stays as it
     * is.
     */
    public TimestampToken carrying(Collection<X509Certificate> certificates, Collection<X509CRL> revocationLists) {
        try {
            CMSSignedData carrying = CMSSignedData.replaceCertificatesAndCRLs(
                    token.toCMSSignedData(),
                    new JcaCertStore(List.copyOf(certificates)),
                    null,
                    new JcaCRLStore(List.copyOf(revocationLists)));
            return parse(carrying.getEncoded(ASN1Encoding.DER));
        } catch (CMSException | IOException | CertificateException | CRLException e) {
            throw new IllegalStateException("certificates that cannot be encoded", e);
        }
    }

    TimeStampToken token() {
        return token;
    }

    /** Zero where nothing is stated; seconds have 32 bits at most, which is more than any clock needs. */
    private static Duration accuracy(@Nullable GenTimeAccuracy stated) {
        if (stated == null) {
            return Duration.ZERO;
        }
        Duration accuracy = Duration.ofSeconds(stated.getSeconds())
                .plusMillis(stated.getMillis())
                .plusNanos(stated.getMicros() * 1000L);
        if (accuracy.isNegative()) {
            throw new TimestampException(Rule.FORM, "an accuracy below zero");
        }
        return accuracy;
    }

    private static void checkCount(Store<?> carried) {
        if (carried.getMatches(null).size() > MOST_CARRIED) {
            throw new TimestampException(Rule.FORM, "carries more than " + MOST_CARRIED + " certificates or lists");
        }
    }

    private TimeStampTokenInfo info() {
        return token.getTimeStampInfo();
    }
}
