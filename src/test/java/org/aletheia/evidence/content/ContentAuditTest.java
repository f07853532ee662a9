package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ContentAuditTest {
    private static final int RATE = 2 << 20;
    private static final int LENGTH = 700_000;

    private final SealedContent sealed = new SealedContent(5 << 20);

    @Test
    void tellsTheDigestsThatAreWanted() throws IOException {
        byte[] bytes = bytes();
        StoredContent content = sealed.seal(bytes);
        try (ContentAudit audit = new ContentAudit(sealed.store, 0)) {
            assertThat(audit.digests(content, sealed.key, EnumSet.of(DigestAlgorithm.SHA_256)))
                    .isEqualTo(Map.of(DigestAlgorithm.SHA_256, Digest.sha256(bytes)));
            assertThat(audit.digests(content, sealed.key, EnumSet.allOf(DigestAlgorithm.class)))
                    .containsOnlyKeys(DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_512)
                    .containsEntry(DigestAlgorithm.SHA_512, content.sha512());
            assertThat(audit.sealed(content)).isEqualTo(content.sealedSha256());
        }
    }

    /** Over several objects as well: the budget is that of the reader, not of each read. */
    @Test
    void readsNoFasterThanItMay() throws IOException {
        StoredContent content = sealed.seal(bytes());
        long begin = System.nanoTime();
        try (ContentAudit audit = new ContentAudit(sealed.store, RATE)) {
            audit.digests(content, sealed.key, EnumSet.of(DigestAlgorithm.SHA_256));
            audit.digests(content, sealed.key, EnumSet.of(DigestAlgorithm.SHA_256));
            audit.sealed(content);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(3 * LENGTH * 1000L / RATE));
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
