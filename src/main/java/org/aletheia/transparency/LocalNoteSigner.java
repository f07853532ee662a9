package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.InstantSource;

/** Signs in this process with a key in memory; the JDK's engines are made anew for each signature, so threads may share it. */
final class LocalNoteSigner implements NoteSigner {
    private final NoteVerifierKey verifierKey;
    private final PrivateKey privateKey;
    private final InstantSource clock;

    LocalNoteSigner(NoteVerifierKey verifierKey, PrivateKey privateKey, InstantSource clock) {
        this.verifierKey = verifierKey;
        this.privateKey = privateKey;
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
            return SignatureKeys.sign(type, privateKey, noteText);
        }
        long timestamp = clock.instant().getEpochSecond();
        byte[] message = NoteVerification.message(type, name(), timestamp, NoteText.decode(noteText));
        return ByteBuffer.allocate(type.signatureLength())
                .putLong(timestamp)
                .put(SignatureKeys.sign(type, privateKey, message))
                .array();
    }
}
