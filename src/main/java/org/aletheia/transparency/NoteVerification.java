package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;

/** What each type of signature signs, and its check. */
final class NoteVerification {
    private NoteVerification() {}

    static boolean verifies(NoteVerifierKey key, String text, byte[] signature) {
        return switch (key.type()) {
            case ED25519 -> SignatureKeys.verify(key, NoteText.encode(text), signature);
            case ED25519_COSIGNATURE, ML_DSA_44 -> verifiesTimestamped(key, text, signature);
        };
    }

    static Optional<Long> timestamp(SignatureType type, byte[] signature) {
        return type.timestamped() ? Optional.of(ByteBuffer.wrap(signature).getLong()) : Optional.empty();
    }

    /**
     * The bytes under a timestamped signature.
     *
     * @throws MalformedValueException where the text is not a checkpoint
     */
    static byte[] message(SignatureType type, String name, long timestamp, String text) {
        Checkpoint checkpoint = Checkpoint.parse(text);
        return type == SignatureType.ML_DSA_44
                ? CosignedMessage.subtree(name, timestamp, checkpoint)
                : CosignedMessage.ed25519(timestamp, text);
    }

    private static boolean verifiesTimestamped(NoteVerifierKey key, String text, byte[] signature) {
        long timestamp = ByteBuffer.wrap(signature).getLong();
        if (timestamp < 0) {
            return false; // the specification ends at 2^63 - 1
        }
        byte[] message;
        try {
            message = message(key.type(), key.name(), timestamp, text);
        } catch (MalformedValueException notCheckpoint) {
            return false;
        }
        return SignatureKeys.verify(key, message, Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }
}
