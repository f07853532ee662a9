package org.aletheia.transparency.timestamp;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/** Certificates of authorities as those give them who trust them. */
public final class TrustedRoots {
    /**
     * Extension by which the local stack marks the certificates of its test authority: whoever has the stack has its keys, so
     * that its tokens prove nothing.
     */
    public static final String TEST_MARK = "2.25.156504076405304118570808733306444308596";

    private TrustedRoots() {}

    /**
     * Certificates in PEM, one after another. Each is trusted by itself, be it self-signed or not.
     *
     * @throws MalformedValueException {@code certificates}
     */
    public static List<X509Certificate> parse(byte[] pem) {
        try {
            List<X509Certificate> roots =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!roots.isEmpty()) {
                return roots;
            }
        } catch (CertificateException e) {
            throw new MalformedValueException("certificates", "not X.509 certificates in PEM");
        }
        throw new MalformedValueException("certificates", "no certificate in it");
    }

    /** Whether a certificate says that it is for tests. */
    public static boolean isForTests(X509Certificate certificate) {
        return certificate.getNonCriticalExtensionOIDs() != null
                && certificate.getNonCriticalExtensionOIDs().contains(TEST_MARK);
    }
}
