package org.aletheia.transparency.timestamp;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import org.aletheia.kernel.MalformedValueException;

/** Certificate revocation lists (RFC 5280 §5) as issuers publish them. */
public final class RevocationLists {
    private RevocationLists() {}

    /**
     * A list, DER or PEM; who signed it is not looked at.
     *
     * @throws MalformedValueException {@code revocation-list}
     */
    public static X509CRL parse(byte[] encoded) {
        try {
            if (CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded))
                    instanceof X509CRL list) {
                return list;
            }
        } catch (CertificateException | CRLException e) {
            throw new MalformedValueException("revocation-list", "not an X.509 revocation list");
        }
        throw new MalformedValueException("revocation-list", "nothing in it");
    }
}
