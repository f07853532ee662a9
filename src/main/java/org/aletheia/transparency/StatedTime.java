package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** The time that the signatures of a tree head state (C2SP tlog-cosignature), told by their length alone; nothing is verified. */
public final class StatedTime {
    private static final int ED25519 = Long.BYTES + 64;
    private static final int ML_DSA_44 = Long.BYTES + 2420;
    private static final long LAST = 253_402_300_799L; // the year 9999

    private StatedTime() {}

    /** The latest one, which is true if only one of the signers is honest; empty where no signature states a time. */
    public static Optional<Instant> latest(SignedNote note) {
        return note.signatures().stream()
                .map(NoteSignature::bytes)
                .filter(bytes -> bytes.length == ED25519 || bytes.length == ML_DSA_44)
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .filter(seconds -> seconds > 0 && seconds <= LAST)
                .max(Long::compare)
                .map(Instant::ofEpochSecond);
    }
}
