package org.aletheia.transparency.timestamp;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Where the issuer of a certificate publishes which ones it has revoked (RFC 5280 §4.2.1.13). */
public final class CrlAddresses {
    private CrlAddresses() {}

    /** Whether the certificate says that its issuer publishes this, be it at an address that can be read or not. */
    static boolean areNamed(X509Certificate certificate) {
        return certificate.getExtensionValue(Extension.cRLDistributionPoints.getId()) != null;
    }

    /** The http and https addresses that the certificate names, in their order; others are left out. */
    public static List<URI> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return List.of();
        }
        List<URI> addresses = new ArrayList<>();
        try {
            CRLDistPoint points = CRLDistPoint.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension));
            for (DistributionPoint point : points.getDistributionPoints()) {
                DistributionPointName name = point.getDistributionPoint();
                if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                    add(GeneralNames.getInstance(name.getName()), addresses);
                }
            }
        } catch (IOException | RuntimeException e) {
            return List.of(); // nowhere to ask
        }
        return addresses;
    }

    private static void add(GeneralNames names, List<URI> addresses) {
        for (GeneralName name : names.getNames()) {
            if (name.getTagNo() == GeneralName.uniformResourceIdentifier
                    && name.getName() instanceof ASN1String text
                    && text.getString().matches("https?://[!-~]+")) {
                addresses.add(URI.create(text.getString()));
            }
        }
    }
}
