package org.aletheia.transparency;

import java.time.InstantSource;

/** Signs notes under one name with one key, wherever that key is kept. */
public interface NoteSigner {
    /** What a private key does: the bare signature over these bytes, 64 for Ed25519, 2 420 for ML-DSA-44. */
    @FunctionalInterface
    interface RawSignature {
        byte[] sign(byte[] message);
    }

    /**
     * A signer with the private key of this public one.
     *
     * @param clock gives timestamped types their time, in whole seconds
     */
    static NoteSigner of(NoteVerifierKey key, InstantSource clock, RawSignature raw) {
        return new KeyedNoteSigner(key, clock, raw);
    }

    /** Name of the key, as in signature lines. */
    String name();

    /** Four-byte id of the key, as in signature lines. */
    int keyId();

    /**
     * Signs the text of a note.
     *
     * @param noteText UTF-8, its final newline included; a checkpoint for timestamped types
     * @return the bytes after the key id; for timestamped types the time first
     * @throws org.aletheia.kernel.MalformedValueException if a timestamped type is asked to sign something else than a
     *     checkpoint
     */
    byte[] sign(byte[] noteText);
}
