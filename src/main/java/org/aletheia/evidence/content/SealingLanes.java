package org.aletheia.evidence.content;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The work on each segment, in lanes that run beside one another: SHA-256 and SHA-512 of the content, then encryption and
 * SHA-256 of the result. Within a lane segments keep their order; encryption happens in place and so waits for both
 * digests of its segment. SHA-512 is the slowest lane and sets the pace.
 */
final class SealingLanes {
    private final Executor executor;
    private final SegmentSealer sealer;
    private final MessageDigest sha256 = DigestAlgorithm.SHA_256.newMessageDigest();
    private final @Nullable MessageDigest sha512;
    private CompletableFuture<Void> digested256 = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> digested512 = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> sealed = CompletableFuture.completedFuture(null);

    SealingLanes(Executor executor, SegmentSealer sealer, boolean withSha512) {
        this.executor = executor;
        this.sealer = sealer;
        this.sha512 = withSha512 ? DigestAlgorithm.SHA_512.newMessageDigest() : null;
    }

    /** Digests and encrypts one segment in this thread: for content that has no other. */
    void now(byte[] buffer, int offset, int length) {
        sha256.update(buffer, offset, length);
        if (sha512 != null) {
            sha512.update(buffer, offset, length);
        }
        sealer.seal(buffer, offset, length, true);
    }

    /** Queues the next segment; the buffer belongs to the lanes until {@link #sealed()} is done. */
    void queue(byte[] buffer, int offset, int length, boolean last) {
        digested256 = digested256.thenRunAsync(() -> sha256.update(buffer, offset, length), executor);
        MessageDigest other = sha512;
        if (other != null) {
            digested512 = digested512.thenRunAsync(() -> other.update(buffer, offset, length), executor);
        }
        sealed = CompletableFuture.allOf(sealed, digested256, digested512)
                .thenRunAsync(() -> sealer.seal(buffer, offset, length, last), executor);
    }

    /** Done when everything queued until now is sealed. */
    CompletableFuture<Void> sealed() {
        return sealed;
    }

    /** Digests of the content, SHA-256 first; once, when all is sealed. */
    List<Digest> contentDigests() {
        List<Digest> digests = new ArrayList<>();
        digests.add(new Digest(DigestAlgorithm.SHA_256, sha256.digest()));
        if (sha512 != null) {
            digests.add(new Digest(DigestAlgorithm.SHA_512, sha512.digest()));
        }
        return digests;
    }

    /** Digest of the object; once, when all is sealed. */
    Digest sealedDigest() {
        return sealer.digest();
    }
}
