package org.aletheia.platform.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each of many callers may still ask: a bucket for each, which fills at a steady rate and gives one request each.
 * Whoever has not asked for so long that their bucket is full is forgotten; of those remembered beyond a bound, whoever asked
 * longest ago. Safe for many threads.
 */
final class CallBuckets {
    private static final long SECOND = 1_000_000_000L;
    private static final int REMEMBERED = 100_000;

    private final double perNano;
    private final int atOnce;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param perSecond 0: no limit
     * @param nanoTime a clock that only goes forward
     */
    CallBuckets(int perSecond, int atOnce, LongSupplier nanoTime) {
        this.perNano = (double) perSecond / SECOND;
        this.atOnce = Math.max(1, atOnce);
        this.nanoTime = nanoTime;
    }

    private static final class Bucket {
        double held;
        long seen;
    }

    /**
     * Takes one request.
     *
     * @return 0, or after how many whole seconds the caller may ask again: then nothing was taken
     */
    long take(String caller) {
        if (perNano == 0) {
            return 0;
        }
        long now = nanoTime.getAsLong();
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(caller, unknown -> fresh(now));
            bucket.held = Math.min(atOnce, bucket.held + (now - bucket.seen) * perNano);
            bucket.seen = now;
            forget(now);
            if (bucket.held >= 1) {
                bucket.held -= 1;
                return 0;
            }
            return (long) Math.ceil((1 - bucket.held) / perNano / SECOND);
        }
    }

    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket fresh(long now) {
        Bucket bucket = new Bucket();
        bucket.held = atOnce;
        bucket.seen = now;
        return bucket;
    }

    /** Two at most, so that no request pays for all: whoever asked longest ago is first. */
    private void forget(long now) {
        Iterator<Bucket> oldest = buckets.values().iterator();
        for (int looked = 0; looked < 2 && oldest.hasNext(); looked++) {
            Bucket bucket = oldest.next();
            boolean full = bucket.held + (now - bucket.seen) * perNano >= atOnce;
            if (!full && buckets.size() <= REMEMBERED || bucket.seen == now) {
                return;
            }
            oldest.remove();
        }
    }
}
