package org.aletheia.local.bench;

import java.net.URI;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Many small files: each a whole registration with its event, against bare PUTs of the same bytes. */
final class SmallObjects {

    private static final int BYTES = 64 << 10;

    /** The code of a whole registration is long: the JVM compiles it during the first ten thousand. */
    private static final int WARM_UPS = 10;

    private final Repository repository;
    private final RawStore store;
    private final Pairs pairs;
    private final AtomicInteger key = new AtomicInteger();

    SmallObjects(Repository repository, RawStore store, Pairs pairs) {
        this.repository = repository;
        this.store = store;
        this.pairs = pairs;
    }

    /** What so many uploads a turn need. */
    static DiskSpace space(int count, int runs) {
        long bytes = (long) count * (runs + WARM_UPS) * BYTES;
        return new DiskSpace(bytes, bytes);
    }

    /** Uploads by so many clients at once; count is per turn, over all clients. */
    Figure upload(String followers, int clients, int count, String target) throws Exception {
        String what = "64 KiB one-call uploads, %d at a time, followers %s".formatted(clients, followers);
        Queue<URI> urls = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < count * (pairs.runs() + WARM_UPS); i++) {
            urls.add(store.writeUrl("small-" + key.getAndIncrement()));
        }
        var times = pairs.measure(
                what,
                WARM_UPS,
                () -> spread(clients, count, () -> repository.uploadSmall(Repository.fresh(BYTES))),
                () -> spread(clients, count, () -> store.put(urls.remove(), Repository.fresh(BYTES))));
        return new Figure(
                what,
                String.format(Locale.ROOT, "%.0f/s", count / times.oursMedian()),
                String.format(Locale.ROOT, "%.0f/s", count / times.bareMedian()),
                times.speedRatio(),
                target,
                times.cpuEach(count));
    }

    private static void spread(int clients, int count, Pairs.Work each) throws Exception {
        var left = new AtomicInteger(count);
        Pairs.together(clients, () -> {
            while (left.getAndDecrement() > 0) {
                each.run();
            }
            return null;
        });
    }
}
