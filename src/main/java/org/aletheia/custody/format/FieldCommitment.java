package org.aletheia.custody.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.transparency.Hash;
import org.jspecify.annotations.Nullable;

/** The two hashes of {@code aletheia/event/v1}: of a field and of the event. */
public final class FieldCommitment {
    /** Name of the format, as in JSON. */
    public static final String FORMAT = "aletheia/event/v1";

    private static final int TYPICAL_PAIR = 128;
    private static final byte[] FIELD = "aletheia/field/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);

    private FieldCommitment() {}

    /** c = SHA-256("aletheia/field/v1\n" ‖ salt ‖ canonical JSON of [name, value]). */
    public static Hash of(Salt salt, EventField field, @Nullable Object value) {
        return of(DigestAlgorithm.SHA_256.newMessageDigest(), salt, field, value, new JsonWriter(TYPICAL_PAIR));
    }

    /** As above, with an engine that serves many. @param stored gets the canonical JSON of [name, value] */
    static Hash of(MessageDigest sha256, Salt salt, EventField field, @Nullable Object value, JsonWriter stored) {
        int start = stored.length();
        stored.value(Arrays.asList(field.label(), value), 0);
        sha256.update(FIELD);
        sha256.update(salt.bytes());
        stored.digest(sha256, start);
        return new Hash(sha256.digest());
    }

    /** d = SHA-256("aletheia/event/v1\n" ‖ c₁ ‖ … ‖ cₙ): the log entry. */
    public static Digest entry(Collection<Hash> commitments) {
        MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
        sha256.update(EVENT);
        commitments.forEach(commitment -> sha256.update(commitment.bytes()));
        return new Digest(DigestAlgorithm.SHA_256, sha256.digest());
    }
}
