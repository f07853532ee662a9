package org.aletheia.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.aletheia.kernel.MalformedValueException;

/** Between raw keys of the formats and those of the JDK. */
final class SignatureKeys {
    // DER of SubjectPublicKeyInfo up to the raw key: RFC 8410 §4 (Ed25519), RFC 9881 §4 (ML-DSA-44).
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] ML_DSA_44_SPKI =
            HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private SignatureKeys() {}

    static String algorithm(SignatureType type) {
        return type == SignatureType.ML_DSA_44 ? "ML-DSA-44" : "Ed25519";
    }

    static boolean verify(NoteVerifierKey key, byte[] message, byte[] rawSignature) {
        try {
            Signature engine = Signature.getInstance(algorithm(key.type()));
            engine.initVerify(publicKey(key));
            engine.update(message);
            return engine.verify(rawSignature);
        } catch (SignatureException e) {
            return false; // not even the shape of a signature
        } catch (GeneralSecurityException e) {
            throw new MalformedValueException("vkey-unusable", "not a usable public key: " + key.label());
        }
    }

    static byte[] sign(SignatureType type, PrivateKey key, byte[] message) {
        try {
            Signature engine = Signature.getInstance(algorithm(type));
            engine.initSign(key);
            engine.update(message);
            return engine.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    static byte[] raw(SignatureType type, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] prefix = prefix(type);
        if (encoded.length != prefix.length + type.keyLength()
                || !Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new MalformedValueException("key-type", "not a public key for " + type);
        }
        return Arrays.copyOfRange(encoded, prefix.length, encoded.length);
    }

    static PrivateKey privateKey(SignatureType type, byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm(type)).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            // only here is an ML-DSA key of a wrong length noticed
            Signature.getInstance(algorithm(type)).initSign(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new MalformedValueException("key-pkcs8", "not a PKCS#8 private key for " + type);
        }
    }

    private static PublicKey publicKey(NoteVerifierKey key) throws GeneralSecurityException {
        byte[] prefix = prefix(key.type());
        byte[] raw = key.publicKey();
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        return KeyFactory.getInstance(algorithm(key.type())).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] prefix(SignatureType type) {
        return type == SignatureType.ML_DSA_44 ? ML_DSA_44_SPKI : ED25519_SPKI;
    }
}
