package org.aletheia.transparency.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.transparency.timestamp.TimestampException.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A chain of certificates that was valid at one time (RFC 5280 §6, by the JDK's own implementation). Asks nobody.
 *
 * @param path from the signer's certificate up to the one below the root; empty where the signer is itself trusted
 * @param root the trusted certificate
 * @param at the time
 */
public record TimestampChain(List<X509Certificate> path, X509Certificate root, Instant at) {
    private static final String PKIX = "PKIX";

    public TimestampChain {
        path = List.copyOf(path);
    }

    /**
     * Finds a chain.
     *
     * @param signer at its end
     * @param known certificates to choose from
     * @param roots that are trusted
     * @throws TimestampException {@code CHAIN} where none was valid at that time
     */
    static TimestampChain of(
            X509Certificate signer, Collection<X509Certificate> known, Collection<X509Certificate> roots, Instant at) {
        if (roots.isEmpty()) {
            throw new TimestampException(Rule.CHAIN, "no root is trusted");
        }
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        Set<TrustAnchor> anchors =
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false); // see missingRevocation
            parameters.addCertStore(store(known));
            PKIXCertPathBuilderResult found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance(PKIX).build(parameters);
            List<X509Certificate> path = found.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return new TimestampChain(path, found.getTrustAnchor().getTrustedCert(), at);
        } catch (GeneralSecurityException e) {
            throw new TimestampException(
                    Rule.CHAIN, "no certificates lead from " + name(signer) + " to a trusted root, valid at " + at, e);
        }
    }

    /** All certificates, the root included. */
    public List<X509Certificate> certificates() {
        List<X509Certificate> all = new ArrayList<>(path);
        all.add(root);
        return all;
    }

    /**
     * Looks for revoked certificates.
     *
     * @param lists revocation lists, of which those count that the issuer signed and that were current at the time
     * @return certificates of which no list says anything
     * @throws TimestampException {@code REVOKED} where one was revoked before that time, or at any time without a reason that
     *     leaves earlier signatures valid (RFC 3161 §4)
     */
    public List<X509Certificate> missingRevocation(Collection<X509CRL> lists) {
        List<X509Certificate> missing = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            X509Certificate issuer = i + 1 < path.size() ? path.get(i + 1) : root;
            refuseCompromised(path.get(i), issuer, lists);
            if (!isListed(path.get(i), issuer, lists)) {
                missing.add(path.get(i));
            }
        }
        return missing;
    }

    /**
     * Whether a current list shows that the certificate was not revoked. By the parameters' own revocation check, which reads
     * the lists that it is given: a {@code PKIXRevocationChecker} would fetch others from the address in the certificate.
     */
    private boolean isListed(X509Certificate certificate, X509Certificate issuer, Collection<X509CRL> lists) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(true);
            parameters.addCertStore(store(lists));
            CertPath step = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            CertPathValidator.getInstance(PKIX).validate(step, parameters);
            return true;
        } catch (CertPathValidatorException e) {
            if (e.getReason() == CertPathValidatorException.BasicReason.UNDETERMINED_REVOCATION_STATUS) {
                return false;
            }
            if (e.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
                throw new TimestampException(Rule.REVOKED, "a certificate was revoked before " + at, e);
            }
            throw new TimestampException(Rule.CHAIN, "the chain was not valid at " + at, e);
        } catch (GeneralSecurityException e) {
            throw new TimestampException(Rule.CHAIN, "the chain cannot be checked", e);
        }
    }

    /** Short form of who holds a certificate. */
    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static void refuseCompromised(
            X509Certificate certificate, X509Certificate issuer, Collection<X509CRL> lists) {
        for (X509CRL list : lists) {
            X509CRLEntry entry = entry(list, certificate, issuer);
            if (entry != null && !leavesEarlierSignatures(entry)) {
                throw new TimestampException(
                        Rule.REVOKED,
                        name(certificate) + " was revoked at "
                                + entry.getRevocationDate().toInstant()
                                + " for a reason that leaves no signature of it valid");
            }
        }
    }

    private static @Nullable X509CRLEntry entry(X509CRL list, X509Certificate certificate, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return null;
        }
        try {
            list.verify(issuer.getPublicKey());
            return list.getRevokedCertificate(certificate);
        } catch (GeneralSecurityException e) {
            return null; // not the issuer's: shows nothing
        }
    }

    private static boolean leavesEarlierSignatures(X509CRLEntry entry) {
        return entry.getRevocationReason() != null
                && switch (entry.getRevocationReason()) {
                    case UNSPECIFIED, AFFILIATION_CHANGED, SUPERSEDED, CESSATION_OF_OPERATION -> true;
                    default -> false;
                };
    }

    private static CertStore store(Collection<?> contents) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.copyOf(contents)));
    }
}
