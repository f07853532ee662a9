package org.aletheia.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.minio.MinioObjectStores;
import org.aletheia.platform.objectstore.minio.StackStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Six GiB in and out of a JVM with a heap of 256 MiB, in a process of its own. */
@Tag("slow")
class LargeContentIT {
    private static final long LENGTH = 6L << 30;

    @Test
    void sixGibibytesFitThroughASmallHeap() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Daletheia.stack=" + System.getProperty("aletheia.stack"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeContentIT.class.getName())
                .inheritIO()
                .start();
        try {
            assertThat(child.waitFor(20, TimeUnit.MINUTES)).as("done in time").isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    static void main() throws IOException {
        MinioObjectStores stores = StackStore.open(StackStore.settings().waiting(Duration.ofMinutes(5)));
        ContentStore contents = new ContentStore(stores, TestContent.noRegister(), TestContent.config(8 << 20, true));
        UnitKey key = TestKeys.random();
        ObjectStore store = stores.of(Bucket.EVIDENCE);
        byte[] block = SecureBytes.random(999_983);
        StoredContent stored =
                contents.store(new RepeatedBlock(block, LENGTH), ExpectedDigests.none(), null, UUID.randomUUID(), key);
        boolean same;
        try (InputStream stream = ContentReader.open(store, stored, key, 0, LENGTH, TestContent.readAhead())) {
            same = ContentComparison.same(stream, new RepeatedBlock(block, LENGTH));
        }
        store.delete(stored.objectKey());
        boolean right = same && stored.length() == LENGTH;
        System.exit(right ? 0 : 1);
    }
}
