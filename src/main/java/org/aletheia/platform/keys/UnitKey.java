package org.aletheia.platform.keys;

import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A unit key in use. It wraps data keys and short secrets; its own bytes are not given out. Safe for several threads.
 */
public final class UnitKey {
    private final RegisteredKey registered;
    private final byte[] material;

    UnitKey(RegisteredKey registered, byte[] material) {
        this.registered = registered;
        this.material = material;
    }

    public UUID id() {
        return registered.id();
    }

    /** The item, person or batch that it protects. */
    public UUID subject() {
        return registered.subject();
    }

    /** Nonce, ciphertext and tag: 28 bytes longer than the secret, and only readable with the same associated data. */
    public byte[] wrap(byte[] secret, byte[] associated) {
        return AesGcm.seal(material, secret, associated);
    }

    /** As {@link #wrap}, the same each time for the same secret and associated data. */
    byte[] wrapAlike(byte[] secret, byte[] associated) {
        return AesGcm.sealAlike(material, secret, associated);
    }

    /** HMAC-SHA-256 of what stands in a place, under a key that serves for nothing else. */
    byte[] mark(byte[] place, byte[] message) {
        return AesGcm.mark(material, place, message);
    }

    /**
     * The reverse of both ways to wrap.
     *
     * @throws BrokenSealException where bytes or associated data are not those of {@link #wrap}
     */
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        return AesGcm.open(material, wrapped, associated);
    }

    RegisteredKey registered() {
        return registered;
    }

    /** The same key, not persisted yet, under another wrapping. */
    UnitKey wrappedAnew(BiFunction<UUID, byte[], RegisteredKey.Wrapping> wrap) {
        RegisteredKey again = new RegisteredKey(
                registered.id(),
                registered.purpose(),
                registered.subject(),
                registered.revision(),
                wrap.apply(registered.id(), material),
                registered.createdAt(),
                null);
        return new UnitKey(again, material);
    }

    @Override
    public String toString() {
        return "unit key " + registered.id();
    }
}
