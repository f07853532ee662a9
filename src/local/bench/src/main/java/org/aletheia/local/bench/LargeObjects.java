package org.aletheia.local.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** One gibibyte up and down, against the same bytes to and from the bare store. */
final class LargeObjects {

    private static final long BYTES = 1L << 30;
    private static final long SMALL_FOOTPRINT = 600L << 20;
    private static final long LARGE_FOOTPRINT = 6L << 30;
    private static final double MIB = BYTES / (double) (1 << 20);

    private final Repository repository;
    private final RawStore store;
    private final ServerProcess server;
    private final Pairs pairs;
    private final AtomicInteger key = new AtomicInteger();

    LargeObjects(Repository repository, RawStore store, ServerProcess server, Pairs pairs) {
        this.repository = repository;
        this.store = store;
        this.server = server;
        this.pairs = pairs;
    }

    /** What so many figures of each kind need. */
    static DiskSpace space(int uploads, int downloads, int runs) {
        long turns = (long) uploads * (runs + Pairs.WARM_UPS) + downloads;
        return new DiskSpace(turns * BYTES, (turns + 1) * BYTES);
    }

    /** What {@link #footprint} needs. */
    static DiskSpace spaceOfFootprint() {
        return new DiskSpace(SMALL_FOOTPRINT + LARGE_FOOTPRINT, LARGE_FOOTPRINT);
    }

    /**
     * Uploads with the digests that the server was started with.
     *
     * @param atOnce parts that the bare side has under way; the server has one, while it fills the next
     */
    Figure upload(String digests, int atOnce, String target) throws Exception {
        String what = "1 GiB upload, %s, bare parts under way: %d".formatted(digests, atOnce);
        String stated = Pattern.reprDigest(BYTES);
        var times = pairs.measure(
                what,
                () -> repository.upload(BYTES, stated),
                () -> store.putLarge("upload-" + key.getAndIncrement(), BYTES, atOnce));
        return figure(what, times, target);
    }

    Figure download() throws Exception {
        String item = repository.upload(BYTES, Pattern.reprDigest(BYTES));
        String object = "download-" + key.getAndIncrement();
        store.putLarge(object, BYTES, 2);
        var times = pairs.measure(
                "1 GiB download", () -> check(repository.download(item)), () -> check(store.read(object)));
        return figure("1 GiB download", times, "≥ 0.85");
    }

    private static void check(long read) {
        if (read != BYTES) {
            throw new IllegalStateException("read " + read + " bytes of " + BYTES);
        }
    }

    private static Figure figure(String what, Pairs.Times times, String target) {
        return new Figure(
                what,
                String.format(Locale.ROOT, "%.0f MiB/s", MIB / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f MiB/s", MIB / times.bareMedian()),
                times.speedRatio(),
                target,
                times.cpuEach(1));
    }

    /** Highest resident memory of the server during one upload of this length, MiB. */
    long peakDuringUpload(long bytes) throws Exception {
        String stated = Pattern.reprDigest(bytes);
        server.resetPeak();
        repository.upload(bytes, stated);
        return server.peakResidentMiB();
    }

    /** Memory during ten times as much must be the same. */
    List<Figure> footprint() throws Exception {
        long small = peakDuringUpload(SMALL_FOOTPRINT);
        long large = peakDuringUpload(LARGE_FOOTPRINT);
        return List.of(
                new Figure("resident memory, peak during 600 MiB", small + " MiB", "–", Double.NaN, "–", "–"),
                new Figure(
                        "resident memory, peak during 6 GiB",
                        large + " MiB",
                        "–",
                        (double) large / small,
                        "≤ 1.10",
                        "–"));
    }
}
