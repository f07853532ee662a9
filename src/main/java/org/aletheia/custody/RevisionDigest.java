package org.aletheia.custody;

import java.nio.charset.StandardCharsets;
import org.aletheia.custody.format.Salt;
import org.aletheia.kernel.Digest;

/** What commits to a revision: SHA-256("aletheia/revision/v1\n" ‖ salt ‖ canonical bytes). */
public final class RevisionDigest {
    private static final byte[] LABEL = "aletheia/revision/v1\n".getBytes(StandardCharsets.US_ASCII);

    private RevisionDigest() {}

    /** The digest of these bytes. */
    public static Digest of(Salt salt, byte[] canonical) {
        return Digest.sha256(LABEL, salt.bytes(), canonical);
    }
}
