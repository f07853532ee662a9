package org.aletheia.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.InstantSource;
import org.aletheia.kernel.MalformedValueException;

/** A private key in memory with the verifier key that belongs to it. Prints without the private part. */
public final class NoteKeyPair {
    private final NoteVerifierKey verifierKey;
    private final PrivateKey privateKey;

    private NoteKeyPair(NoteVerifierKey verifierKey, PrivateKey privateKey) {
        this.verifierKey = verifierKey;
        this.privateKey = privateKey;
    }

    /** A fresh key under this name. */
    public static NoteKeyPair generate(String name, SignatureType type) {
        try {
            KeyPair pair =
                    KeyPairGenerator.getInstance(SignatureKeys.algorithm(type)).generateKeyPair();
            byte[] publicKey = SignatureKeys.raw(type, pair.getPublic());
            return new NoteKeyPair(new NoteVerifierKey(name, type, publicKey), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + SignatureKeys.algorithm(type), e);
        }
    }

    /**
     * Joins the two halves of a stored key and tries that they belong together.
     *
     * @param pkcs8 as {@link #toPkcs8()} gave it
     * @throws MalformedValueException {@code key-pkcs8}, or {@code key-mismatch} if the private key is another's
     */
    public static NoteKeyPair of(NoteVerifierKey verifierKey, byte[] pkcs8) {
        PrivateKey key = SignatureKeys.privateKey(verifierKey.type(), pkcs8);
        byte[] probe = {'p', 'r', 'o', 'b', 'e'}; // shorter than any note, so never a signature of use elsewhere
        if (!SignatureKeys.verify(verifierKey, probe, SignatureKeys.sign(verifierKey.type(), key, probe))) {
            throw new MalformedValueException("key-mismatch", "not the private key of " + verifierKey.label());
        }
        return new NoteKeyPair(verifierKey, key);
    }

    /** The public half. */
    public NoteVerifierKey verifierKey() {
        return verifierKey;
    }

    /** The private half as PKCS#8 DER (RFC 8410, RFC 9881): a secret. */
    public byte[] toPkcs8() {
        return privateKey.getEncoded();
    }

    /** A signer with this key; timestamped types take the time from the clock, in whole seconds. */
    public NoteSigner signer(InstantSource clock) {
        SignatureType type = verifierKey.type(); // the JDK's engines are made anew each time, so threads may share it
        return NoteSigner.of(verifierKey, clock, message -> SignatureKeys.sign(type, privateKey, message));
    }

    @Override
    public String toString() {
        return verifierKey.label();
    }
}
