package org.aletheia.local.timestamps;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates of the authority, kept in its folder: a root, and a certificate for timestamps alone. */
final class Credentials {
    static final String SIGNATURE = "SHA256withECDSA";

    /** The product knows certificates with this extension as those of a test. */
    static final String TEST_MARK = "2.25.156504076405304118570808733306444308596";

    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(3650);

    private final PrivateKey rootKey;
    private final X509Certificate root;
    private final PrivateKey signerKey;
    private final X509Certificate signer;

    private Credentials(PrivateKey rootKey, X509Certificate root, PrivateKey signerKey, X509Certificate signer) {
        this.rootKey = rootKey;
        this.root = root;
        this.signerKey = signerKey;
        this.signer = signer;
    }

    /**
     * The root is that of the folder, made where it has none; what signs is made at each start, since it names the address of
     * the revocation list. The root's certificate is written last: without it both files are made anew.
     *
     * @param lists where revocation lists are published
     */
    static Credentials open(Path folder, String lists) throws Exception {
        Path certificate = folder.resolve("root.pem");
        Path key = folder.resolve("root.key");
        if (!Files.exists(certificate)) {
            make(folder, key, certificate);
        }
        PrivateKey rootKey = key(key);
        X509Certificate root = certificate(certificate);
        KeyPair pair = keyPair();
        X509Certificate signer = signed(signer(root, pair.getPublic(), lists), rootKey);
        return new Credentials(rootKey, root, pair.getPrivate(), signer);
    }

    X509Certificate root() {
        return root;
    }

    X509Certificate signer() {
        return signer;
    }

    PrivateKey signerKey() {
        return signerKey;
    }

    /** What was revoked: nothing, for the next day. */
    byte[] revocationList() throws Exception {
        Instant now = Instant.now();
        X509v2CRLBuilder list = new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        return list.build(new JcaContentSignerBuilder(SIGNATURE).build(rootKey)).getEncoded();
    }

    private static void make(Path folder, Path key, Path certificate) throws Exception {
        Files.createDirectories(folder);
        KeyPair pair = keyPair();
        write(key, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        write(certificate, pem(signed(root(pair.getPublic()), pair.getPrivate())));
    }

    private static JcaX509v3CertificateBuilder root(PublicKey key) throws Exception {
        X500Name name = new X500Name("O=Aletheia local stack,CN=TEST timestamp root");
        JcaX509v3CertificateBuilder certificate = builder(name, name, key);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return certificate;
    }

    private static JcaX509v3CertificateBuilder signer(X509Certificate root, PublicKey key, String lists)
            throws Exception {
        X500Name issuer = new JcaX509CertificateHolder(root).getSubject();
        X500Name name = new X500Name("O=Aletheia local stack,CN=TEST timestamp authority");
        JcaX509v3CertificateBuilder certificate = builder(issuer, name, key);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(
                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root));
        GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, lists);
        DistributionPointName point = new DistributionPointName(new GeneralNames(address));
        certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(point, null, null)
        }));
        return certificate;
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name name, PublicKey key) throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(AFTER)),
                name,
                key);
        certificate.addExtension(new ASN1ObjectIdentifier(TEST_MARK), false, DERNull.INSTANCE);
        return certificate;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, PrivateKey key) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(Files.readString(file))));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String pem(X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    private static void write(Path path, String text) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, text);
    }
}
