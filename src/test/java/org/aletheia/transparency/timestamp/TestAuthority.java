package org.aletheia.transparency.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TimeStampRequest;

/** A timestamp authority with keys of its own, made in the test's memory: honest, and with each thing that can be wrong in one. */
public final class TestAuthority {
    /** Policy of its tokens. */
    public static final String POLICY = "1.3.6.1.4.1.99999.1";

    private static final AtomicLong SERIALS = new AtomicLong(1000);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final KeyPair rootKey = keyPair();
    private final KeyPair signerKey = keyPair();
    private final X509Certificate root;
    private final X509Certificate signer;
    private Supplier<Instant> clock = Clock.systemUTC()::instant;
    private boolean namesBySha1;
    private boolean carriesCertificates = true;
    private String signature = SIGNATURE;
    private BigInteger accuracy = BigInteger.ONE;

    private TestAuthority(Making making) {
        try {
            X500Name rootName = new X500Name("CN=Root of " + making.name);
            root = rootCertificate(rootName, making);
            signer = signerCertificate(rootName, making);
        } catch (Exception e) {
            throw new IllegalStateException("no test authority", e);
        }
    }

    /** What is special about the certificates of one. */
    public static final class Making {
        private final String name;
        private Instant from = Clock.systemUTC().instant().minus(Duration.ofDays(400));
        private Instant until = Clock.systemUTC().instant().plus(Duration.ofDays(400));
        private boolean critical = true;
        private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_timeStamping};
        private Optional<URI> lists = Optional.empty();
        private boolean marked;

        private Making(String name) {
            this.name = name;
        }

        /** When its signing certificate is valid. */
        public Making valid(Instant first, Instant last) {
            this.from = first;
            this.until = last;
            return this;
        }

        /** Its extended key usage is not critical. */
        public Making uncritical() {
            this.critical = false;
            return this;
        }

        /** What its certificate is for. */
        public Making purposes(KeyPurposeId... stated) {
            this.purposes = stated;
            return this;
        }

        /** Where it says that it publishes revocation lists. */
        public Making publishing(URI address) {
            this.lists = Optional.of(address);
            return this;
        }

        /** As the local stack's. */
        public Making forTests() {
            this.marked = true;
            return this;
        }

        /** Ready to answer. */
        public TestAuthority make() {
            return new TestAuthority(this);
        }
    }

    /** An honest one, unless told otherwise. */
    public static Making named(String name) {
        return new Making(name);
    }

    /** Its root, self-signed. */
    public X509Certificate root() {
        return root;
    }

    /** What signs its tokens. */
    public X509Certificate signer() {
        return signer;
    }

    /** Its clock from now on. */
    public TestAuthority clock(Supplier<Instant> now) {
        this.clock = now;
        return this;
    }

    /** Names its certificate by SHA-1, as RFC 3161 did before RFC 5816. */
    public TestAuthority namingBySha1() {
        this.namesBySha1 = true;
        return this;
    }

    /** Signs with SHA-1. */
    public TestAuthority signingWithSha1() {
        this.signature = "SHA1withECDSA";
        return this;
    }

    /** States its accuracy in seconds, be it possible or not. */
    TestAuthority accurateTo(BigInteger seconds) {
        this.accuracy = seconds;
        return this;
    }

    /** Leaves its certificates out. */
    public TestAuthority carryingNothing() {
        this.carriesCertificates = false;
        return this;
    }

    /** Answers a request, whatever policy it asks for. */
    public byte[] answer(byte[] request) {
        try {
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), signed(new TimeStampRequest(request)))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    /** Refuses a request. */
    public byte[] refusal() {
        try {
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.rejection), null).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("no refusal", e);
        }
    }

    /** Its token of some bytes, as it is kept. */
    public TimestampToken token(byte[] bytes) {
        TimestampRequest request = TimestampRequest.of(DigestAlgorithm.SHA_512, bytes, Optional.empty());
        return request.token(answer(request.encoded()), Instant.EPOCH, clock.get(), Duration.ofDays(1));
    }

    /** What it has revoked: nothing. */
    public X509CRL revocationList() {
        return revocationList(lists -> {});
    }

    /** What it has revoked: its signer. */
    public X509CRL revoking(Instant at, int reason) {
        return revocationList(list -> list.addCRLEntry(signer.getSerialNumber(), Date.from(at), reason));
    }

    /** What it has revoked: its signer, for no stated reason. */
    X509CRL revokingWithoutReason(Instant at) {
        return revocationList(list -> list.addCRLEntry(signer.getSerialNumber(), Date.from(at), (Extensions) null));
    }

    /** What it has revoked: as many others, as an authority for a whole nation has. */
    public X509CRL revokingOthers(int count) {
        Date at = Date.from(clock.get().minusSeconds(3600));
        return revocationList(list -> {
            for (int i = 0; i < count; i++) {
                list.addCRLEntry(BigInteger.valueOf(1L << 40).add(BigInteger.valueOf(i)), at, (Extensions) null);
            }
        });
    }

    private X509CRL revocationList(Consumer<X509v2CRLBuilder> entries) {
        Instant now = clock.get();
        try {
            X509v2CRLBuilder list =
                    new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(now.minusSeconds(60)));
            list.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
            entries.accept(list);
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder(SIGNATURE).build(rootKey.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException("no revocation list", e);
        }
    }

    /** By the parts of CMS: the library's own generator refuses to make what is wrong. */
    private ContentInfo signed(TimeStampRequest request) throws Exception {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier(POLICY),
                new MessageImprint(
                        new AlgorithmIdentifier(request.getMessageImprintAlgOID()), request.getMessageImprintDigest()),
                new ASN1Integer(SERIALS.incrementAndGet()),
                new ASN1GeneralizedTime(Date.from(clock.get())),
                new Accuracy(new ASN1Integer(accuracy), null, null),
                null,
                new ASN1Integer(request.getNonce()),
                null,
                null);
        AttributeTable named = new AttributeTable(new DERSet(new ASN1Encodable[] {
            namesBySha1 ? nameBySha1() : name(),
            new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.get()))))
        }));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(named))
                .build(signature, signerKey.getPrivate(), signer));
        if (carriesCertificates) {
            generator.addCertificates(new JcaCertStore(List.of(signer)));
        }
        CMSTypedData content =
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded(ASN1Encoding.DER));
        return generator.generate(content, true).toASN1Structure();
    }

    private Attribute name() throws Exception {
        ESSCertIDv2 id = new ESSCertIDv2(Digest.sha256(signer.getEncoded()).bytes());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
    }

    private Attribute nameBySha1() throws Exception {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(signer.getEncoded());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificate,
                new DERSet(new SigningCertificate(new ESSCertID(sha1))));
    }

    private X509Certificate rootCertificate(X500Name name, Making making) throws Exception {
        Instant now = Clock.systemUTC().instant();
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Date.from(now.minus(Duration.ofDays(2000))),
                Date.from(now.plus(Duration.ofDays(2000))),
                name,
                rootKey.getPublic());
        certificate
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(rootKey.getPublic()));
        return signed(certificate, making);
    }

    private X509Certificate signerCertificate(X500Name issuer, Making making) throws Exception {
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Date.from(making.from),
                Date.from(making.until),
                new X500Name("CN=" + making.name),
                signerKey.getPublic());
        certificate
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, making.critical, new ExtendedKeyUsage(making.purposes))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
        if (making.lists.isPresent()) {
            GeneralName address = new GeneralName(
                    GeneralName.uniformResourceIdentifier, making.lists.get().toString());
            DistributionPointName point = new DistributionPointName(new GeneralNames(address));
            certificate.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(point, null, null)
            }));
        }
        return signed(certificate, making);
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder certificate, Making making) throws Exception {
        if (making.marked) {
            certificate.addExtension(new ASN1ObjectIdentifier(TrustedRoots.TEST_MARK), false, DERNull.INSTANCE);
        }
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer(rootKey)));
    }

    private static ContentSigner signer(KeyPair key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).build(key.getPrivate());
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
