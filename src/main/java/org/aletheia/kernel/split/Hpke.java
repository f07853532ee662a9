package org.aletheia.kernel.split;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.DecapsulateException;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sealing to a public key: HPKE (RFC 9180) in base mode, one message for each encapsulation, with DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and AES-256-GCM, no associated data. The JDK has the KEM, the KDF and the cipher; this is the key schedule of §5.1.
 */
public final class Hpke {
    /** Of either key. */
    public static final int KEY_LENGTH = 32;
    /** By how much what is sealed is longer: the encapsulation and the tag. */
    public static final int OVERHEAD = 48;

    private static final int TAG_BITS = 128;
    private static final int NONCE_LENGTH = 12;
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b656e04220420");
    private static final byte[] VERSION = ascii("HPKE-v1");
    /** "HPKE", then the numbers of KEM, KDF and AEAD (§7). */
    private static final byte[] SUITE = joined(ascii("HPKE"), new byte[] {0, 0x20, 0, 1, 0, 2});

    private static final byte[] NOTHING = {};

    private Hpke() {}

    /** A new pair. */
    public static HpkeKeys generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            return new HpkeKeys(
                    raw(pair.getPublic().getEncoded()), raw(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * Seals: the encapsulation, then ciphertext and tag.
     *
     * @param info without which it does not open
     * @throws InvalidKeyException where the public key is none to which anything may be sealed
     */
    public static byte[] seal(byte[] publicKey, byte[] info, byte[] message) throws InvalidKeyException {
        try {
            KEM.Encapsulated made = encapsulated(publicKey(publicKey));
            return joined(
                    made.encapsulation(),
                    cipher(Cipher.ENCRYPT_MODE, made.key(), info).doFinal(message));
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The JDK refuses points of small order by an error that names none. */
    private static KEM.Encapsulated encapsulated(PublicKey key) throws GeneralSecurityException {
        try {
            return KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate();
        } catch (ProviderException e) {
            throw new InvalidKeyException(e);
        }
    }

    /** The message; empty where it was sealed to another key or for something else, or was altered. */
    public static Optional<byte[]> open(byte[] privateKey, byte[] info, byte[] sealed) {
        if (sealed.length < OVERHEAD || privateKey.length != KEY_LENGTH) {
            return Optional.empty();
        }
        try {
            SecretKey shared = KEM.getInstance("DHKEM")
                    .newDecapsulator(privateKey(privateKey))
                    .decapsulate(Arrays.copyOf(sealed, KEY_LENGTH));
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, shared, info).doFinal(sealed, KEY_LENGTH, sealed.length - KEY_LENGTH));
        } catch (DecapsulateException | InvalidKeyException | AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Whether something can be sealed to it: 32 bytes, and no point of small order. */
    public static boolean accepts(byte[] publicKey) {
        try {
            seal(publicKey, NOTHING, NOTHING);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    /** Whether the two belong together. */
    public static boolean matches(byte[] publicKey, byte[] privateKey) {
        try {
            return open(privateKey, NOTHING, seal(publicKey, NOTHING, NOTHING)).isPresent();
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    /** KeySchedule of §5.1 in mode_base, for the first message. */
    private static Cipher cipher(int mode, SecretKey shared, byte[] info) throws GeneralSecurityException {
        KDF kdf = KDF.getInstance("HKDF-SHA256");
        byte[] context = joined(
                new byte[] {0},
                extract(kdf, NOTHING, "psk_id_hash", NOTHING).getEncoded(),
                extract(kdf, NOTHING, "info_hash", info).getEncoded());
        SecretKey secret = extract(kdf, shared.getEncoded(), "secret", NOTHING);
        byte[] key = expand(kdf, secret, "key", context, KEY_LENGTH);
        byte[] nonce = expand(kdf, secret, "base_nonce", context, NONCE_LENGTH);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        Arrays.fill(key, (byte) 0);
        return cipher;
    }

    /** LabeledExtract of §4. */
    private static SecretKey extract(KDF kdf, byte[] salt, String label, byte[] material)
            throws GeneralSecurityException {
        return kdf.deriveKey(
                "Generic",
                HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(joined(VERSION, SUITE, ascii(label), material))
                        .extractOnly());
    }

    /** LabeledExpand of §4. */
    private static byte[] expand(KDF kdf, SecretKey key, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] size = ByteBuffer.allocate(Short.BYTES).putShort((short) length).array();
        return kdf.deriveData(
                HKDFParameterSpec.expandOnly(key, joined(size, VERSION, SUITE, ascii(label), info), length));
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        if (raw.length != KEY_LENGTH) {
            throw new InvalidKeyException("a public key has 32 bytes");
        }
        return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(joined(PUBLIC_PREFIX, raw)));
    }

    private static PrivateKey privateKey(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_PREFIX, raw)));
    }

    /** The last 32 bytes of what the JDK writes (RFC 8410). */
    private static byte[] raw(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java runtime cannot do X25519, HKDF-SHA256 or AES-256-GCM", e);
    }
}
