package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * A public key under a name and for one type of signature: the "vkey" of C2SP signed-note.
 *
 * @param name 1 to 255 bytes without spaces, plus or control characters; for a log, its origin
 * @param type what kind of signatures it verifies
 * @param publicKey raw key: 32 bytes for Ed25519 (RFC 8032), 1 312 for ML-DSA-44 (FIPS 204)
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record NoteVerifierKey(String name, SignatureType type, byte[] publicKey) {
    public NoteVerifierKey {
        NoteText.checkName(name);
        if (publicKey.length != type.keyLength()) {
            throw new MalformedValueException(
                    "vkey-length", type + " has " + type.keyLength() + " bytes, these are " + publicKey.length);
        }
        publicKey = publicKey.clone();
    }

    /**
     * Parses {@code name+hex(key id)+base64(type || key)}. The key id must be the one computed from the rest.
     *
     * @throws MalformedValueException {@code vkey-form}, {@code vkey-type}, {@code vkey-length}, {@code vkey-id},
     *     {@code note-key-name} or {@code base64}
     */
    public static NoteVerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3); // base64 may hold a plus, a name may not
        if (parts.length != 3) {
            throw new MalformedValueException("vkey-form", "expected <name>+<key id>+<key>");
        }
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length == 0) {
            throw new MalformedValueException("vkey-length", "the key is empty");
        }
        SignatureType type = SignatureType.ofCode(typed[0])
                .orElseThrow(() -> new MalformedValueException("vkey-type", "unsupported type " + typed[0]));
        NoteVerifierKey key = new NoteVerifierKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!hex(key.keyId()).equals(parts[1])) {
            throw new MalformedValueException("vkey-id", "expected " + hex(key.keyId()) + ", found " + parts[1]);
        }
        return key;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** First four bytes, big-endian, of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
    public int keyId() {
        byte[] head = {'\n', type.code()};
        return ByteBuffer.wrap(
                        Digest.sha256(NoteText.encode(name), head, publicKey).bytes())
                .getInt();
    }

    /** Name and key id, for people: {@code example.com/log+1a2b3c4d}. */
    public String label() {
        return name + "+" + hex(keyId());
    }

    /** The vkey text. */
    public String format() {
        byte[] typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(type.code())
                .put(publicKey)
                .array();
        return label() + "+" + StrictBase64.encode(typed);
    }

    /**
     * Whether these bytes, the key id taken off, are a valid signature of this key. Timestamped types sign checkpoints
     * only: for another text the answer is no.
     */
    public boolean verifies(String noteText, byte[] signature) {
        return signature.length == type.signatureLength() && NoteVerification.verifies(this, noteText, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return format();
    }

    private static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }
}
