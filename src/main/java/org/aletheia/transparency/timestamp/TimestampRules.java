package org.aletheia.transparency.timestamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.timestamp.TimestampException.Rule;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;

/**
 * The rules by which a token is believed (RFC 3161 §2.3, §2.4.2; RFC 5816). Each can be asked alone; each throws what is
 * broken and asks nobody.
 */
public final class TimestampRules {
    /** What neither imprint, certificate id nor signature may rest upon less than. */
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            NISTObjectIdentifiers.id_sha3_256,
            NISTObjectIdentifiers.id_sha3_384,
            NISTObjectIdentifiers.id_sha3_512);

    private TimestampRules() {}

    /**
     * The token is about exactly these bytes.
     *
     * @throws TimestampException {@code IMPRINT}
     */
    public static void checkImprint(TimestampToken token, byte[] bytes) {
        Digest stated = token.imprint()
                .orElseThrow(() -> new TimestampException(Rule.IMPRINT, "by a digest that is not SHA-256 or SHA-512"));
        Digest computed = new Digest(
                stated.algorithm(), stated.algorithm().newMessageDigest().digest(bytes));
        if (!computed.matches(stated)) {
            throw new TimestampException(Rule.IMPRINT, "expected " + computed + ", found " + stated);
        }
    }

    /**
     * The certificate that signed is carried, is the one that the signed attributes name (ESSCertIDv2), and is for timestamps
     * and nothing else, marked as critical.
     *
     * @return that certificate, of which nothing else is known yet
     * @throws TimestampException {@code CERTIFICATE} or {@code FORM}
     */
    public static X509Certificate signer(TimestampToken token) {
        X509Certificate signer = token.certificates().stream()
                .filter(certificate -> token.token().getSID().match(holder(certificate)))
                .findFirst()
                .orElseThrow(() -> new TimestampException(Rule.CERTIFICATE, "the signer's is not carried"));
        checkNamed(token, signer);
        try {
            TSPUtil.validateCertificate(holder(signer));
        } catch (TSPException e) {
            throw new TimestampException(
                    Rule.CERTIFICATE, "its extended key usage is not timeStamping alone, marked as critical", e);
        }
        return signer;
    }

    /**
     * The signature is that certificate's.
     *
     * @throws TimestampException {@code SIGNATURE}
     */
    public static void checkSignature(TimestampToken token, X509Certificate signer) {
        try {
            ASN1ObjectIdentifier digest = new ASN1ObjectIdentifier(token.token()
                    .toCMSSignedData()
                    .getSignerInfos()
                    .iterator()
                    .next()
                    .getDigestAlgOID());
            if (!DIGESTS.contains(digest)) {
                throw new TimestampException(Rule.SIGNATURE, "by a digest that is not SHA-2 or SHA-3: " + digest);
            }
            token.token().validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TimestampException e) {
            throw e;
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            throw new TimestampException(Rule.SIGNATURE, "does not verify", e);
        }
    }

    /**
     * At the token's time a valid chain led from the signer to a trusted root.
     *
     * @throws TimestampException {@code CHAIN}
     */
    public static TimestampChain chain(
            TimestampToken token, X509Certificate signer, Collection<X509Certificate> roots) {
        return TimestampChain.of(signer, token.certificates(), roots, token.time());
    }

    /**
     * No certificate of the chain was revoked, as the lists say that the token carries.
     *
     * @return certificates of which nothing is known, and of which the issuer names no place where it publishes that
     * @throws TimestampException {@code REVOKED}, or {@code REVOCATION_UNKNOWN} where the issuer does name one
     */
    public static List<X509Certificate> checkRevocation(TimestampToken token, TimestampChain chain) {
        List<X509Certificate> unknown = chain.missingRevocation(token.revocationLists());
        unknown.stream().filter(CrlAddresses::areNamed).findFirst().ifPresent(certificate -> {
            throw new TimestampException(
                    Rule.REVOCATION_UNKNOWN,
                    "no list that was current at " + chain.at() + " is carried for "
                            + TimestampChain.name(certificate));
        });
        return unknown;
    }

    /** ESSCertIDv2 (RFC 5816): with SHA-1 alone, another certificate could be put in the signer's place. */
    private static void checkNamed(TimestampToken token, X509Certificate signer) {
        try {
            AttributeTable signed = token.token().getSignedAttributes();
            Attribute attribute = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (attribute == null) {
                throw new TimestampException(Rule.CERTIFICATE, "the signer's is not named by ESSCertIDv2");
            }
            ESSCertIDv2 named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                    .getCerts()[0];
            if (!DIGESTS.contains(named.getHashAlgorithm().getAlgorithm())
                    || !Arrays.equals(
                            named.getCertHashObject().getOctets(), digest(named.getHashAlgorithm(), signer))) {
                throw new TimestampException(Rule.CERTIFICATE, "the signer's is not the one that ESSCertIDv2 names");
            }
        } catch (TimestampException e) {
            throw e;
        } catch (OperatorCreationException | IOException | CertificateException | RuntimeException e) {
            throw new TimestampException(Rule.CERTIFICATE, "ESSCertIDv2 cannot be read", e);
        }
    }

    private static byte[] digest(AlgorithmIdentifier algorithm, X509Certificate certificate)
            throws OperatorCreationException, IOException, CertificateException {
        DigestCalculator calculator =
                new JcaDigestCalculatorProviderBuilder().build().get(algorithm);
        calculator.getOutputStream().write(certificate.getEncoded());
        return calculator.getDigest();
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateException e) {
            throw new TimestampException(Rule.FORM, "carries what is no certificate", e);
        }
    }
}
