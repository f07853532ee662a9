package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Hash;
import org.jspecify.annotations.Nullable;

/** The two hashes of {@code aletheia/event/v1}: of a field and of the event. */
public final class FieldCommitment {
    /** Name of the format, as in JSON. */
    public static final String FORMAT = "aletheia/event/v1";

    private static final byte[] FIELD = "aletheia/field/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);

    private FieldCommitment() {}

    /** c = SHA-256("aletheia/field/v1\n" ‖ salt ‖ canonical JSON of [name, value]). */
    public static Hash of(Salt salt, EventField field, @Nullable Object value) {
        byte[] pair = CanonicalJson.write(Arrays.asList(field.label(), value));
        return new Hash(Digest.sha256(FIELD, salt.bytes(), pair).bytes());
    }

    /** d = SHA-256("aletheia/event/v1\n" ‖ c₁ ‖ … ‖ cₙ): the log entry. */
    public static Digest entry(Collection<Hash> commitments) {
        byte[][] parts = new byte[commitments.size() + 1][];
        parts[0] = EVENT;
        int next = 1;
        for (Hash commitment : commitments) {
            parts[next++] = commitment.bytes();
        }
        return Digest.sha256(parts);
    }
}
