package org.aletheia.platform.objectstore.minio;

import java.security.MessageDigest;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.objectstore.Payload;

/** SHA-256 of a payload that nobody digested before. */
final class PayloadDigest {
    private PayloadDigest() {}

    static Digest of(Payload payload) {
        MessageDigest engine = DigestAlgorithm.SHA_256.newMessageDigest();
        engine.update(payload.bytes(), 0, payload.length());
        return new Digest(DigestAlgorithm.SHA_256, engine.digest());
    }
}
