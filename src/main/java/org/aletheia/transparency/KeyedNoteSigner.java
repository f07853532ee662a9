package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Signs as the type of its key asks, with a private key that is somewhere. Threads may share it where they may share that. */
final class KeyedNoteSigner implements NoteSigner {
    private final NoteVerifierKey verifierKey;
    private final RawSignature raw;
    private final InstantSource clock;

    KeyedNoteSigner(NoteVerifierKey verifierKey, InstantSource clock, RawSignature raw) {
        this.verifierKey = verifierKey;
        this.raw = raw;
        this.clock = clock;
    }

    @Override
    public String name() {
        return verifierKey.name();
    }

    @Override
    public int keyId() {
        return verifierKey.keyId();
    }

    @Override
    public byte[] sign(byte[] noteText) {
        SignatureType type = verifierKey.type();
        if (!type.timestamped()) {
            return raw.sign(noteText);
        }
        long timestamp = clock.instant().getEpochSecond();
        byte[] message = NoteVerification.message(type, name(), timestamp, NoteText.decode(noteText));
        return ByteBuffer.allocate(type.signatureLength())
                .putLong(timestamp)
                .put(raw.sign(message))
                .array();
    }
}
