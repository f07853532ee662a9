package org.aletheia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aletheia.kernel.SecureBytes;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStoreConfig.PayloadSignature;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.minio.MinioObjectStores;
import org.aletheia.platform.objectstore.minio.StackStore;

/**
 * Sealed against raw, same client, part size and signature: {@code ContentBench MIB PART_MIB ROUNDS SIGNED|UNSIGNED}.
 * For tuning by hand; the published figures come from {@code ./aletheia bench}.
 */
final class ContentBench {
    private static final byte[] BLOCK = SecureBytes.random(1 << 20);

    private final ObjectStore store;
    private final MinioObjectStores stores;
    private final UnitKey key = TestKeys.random();
    private final long size;
    private final int part;

    private ContentBench(MinioObjectStores stores, long size, int part) {
        this.stores = stores;
        this.store = stores.of(Bucket.EVIDENCE);
        this.size = size;
        this.part = part;
    }

    static void main(String[] args) throws Exception {
        long size = Long.parseLong(args[0]) << 20;
        int part = Integer.parseInt(args[1]) << 20;
        int rounds = Integer.parseInt(args[2]);
        MinioObjectStores stores = StackStore.open(StackStore.settings().signing(PayloadSignature.valueOf(args[3])));
        new CipherWarmUp().run();
        ContentBench bench = new ContentBench(stores, size, part);
        for (int round = 0; round < rounds; round++) {
            bench.large();
        }
        if (args.length > 4) {
            for (int round = 0; round < rounds; round++) {
                bench.small(500);
            }
        }
        System.exit(0);
    }

    private void large() throws Exception {
        time("raw put        ", size, this::rawPut);
        time("sealed, sha-256", size, () -> sealed(false));
        time("sealed, both   ", size, () -> sealed(true));
        StoredContent stored = sealedContent(true);
        time("raw get        ", size, () -> drain(store.read(stored.objectKey(), 0, stored.sealedLength())));
        time(
                "opened         ",
                size,
                () -> drain(ContentReader.open(store, stored, key, 0, size, TestContent.readAhead())));
        store.delete(stored.objectKey());
    }

    private void small(int count) throws Exception {
        byte[] bytes = Arrays.copyOf(BLOCK, 64 << 10);
        ContentStore content = content(true);
        time("raw 64 KiB     ", (long) count * bytes.length, () -> {
            for (int i = 0; i < count; i++) {
                store.put("raw/" + i, bytes, "application/octet-stream");
            }
        });
        time("sealed 64 KiB  ", (long) count * bytes.length, () -> {
            for (int i = 0; i < count; i++) {
                InputStream stream = new ByteArrayInputStream(bytes);
                content.store(stream, ExpectedDigests.none(), (long) bytes.length, UUID.randomUUID(), key);
            }
        });
        List.of("raw/", "content/").forEach(prefix -> store.list(prefix, each -> store.delete(each.key())));
    }

    private void rawPut() {
        byte[] bytes = new byte[part];
        for (int i = 0; i < part; i += BLOCK.length) {
            System.arraycopy(BLOCK, 0, bytes, i, BLOCK.length);
        }
        try (ObjectWriter writer = store.write("raw")) {
            for (long done = 0; done < size; done += part) {
                writer.part(Payload.of(bytes)).join();
            }
            writer.commit();
        }
        store.delete("raw");
    }

    private void sealed(boolean sha512) throws Exception {
        store.delete(sealedContent(sha512).objectKey());
    }

    private StoredContent sealedContent(boolean sha512) throws Exception {
        InputStream stream = new RepeatedBlock(BLOCK, size);
        return content(sha512).store(stream, ExpectedDigests.none(), size, UUID.randomUUID(), key);
    }

    private ContentStore content(boolean sha512) {
        return new ContentStore(stores, TestContent.noRegister(), TestContent.config(part, sha512));
    }

    private static void drain(InputStream stream) throws Exception {
        try (stream) {
            byte[] buffer = new byte[64 << 10];
            while (stream.read(buffer) >= 0) {
                // the bytes are only to be moved
            }
        }
    }

    private static void time(String what, long bytes, Work work) throws Exception {
        long cpu = cpu();
        long storeCpu = storeCpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpu() - cpu) / 1e9;
        double storeSeconds = (storeCpu() - storeCpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s %7.0f MiB/s  %5.2f s  own cpu %5.2f s  store cpu %5.2f s%n",
                what,
                bytes / seconds / 1048576,
                seconds,
                cpuSeconds,
                storeSeconds);
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long storeCpu() {
        return ProcessHandle.of(Long.getLong("bench.store-pid", 0L))
                .flatMap(store -> store.info().totalCpuDuration())
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private interface Work {
        void run() throws Exception;
    }
}
