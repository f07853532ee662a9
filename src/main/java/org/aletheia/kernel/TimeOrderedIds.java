package org.aletheia.kernel;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 that never repeat or go back within this source, also across threads and when the clock steps back.
 *
 * <p>The 12 bits after the timestamp are a counter (RFC 9562 §6.2, method 1) that starts each millisecond at a random
 * value below 2048. A counter that overflows, and a clock that steps back, both carry on from the last value, so the
 * embedded time may run ahead of the clock; it is never used to order anything.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long START_MASK = (1L << (COUNTER_BITS - 1)) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    /** Milliseconds since the epoch, shifted left, and the counter. */
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID timeOrdered() {
        ByteBuffer random = ByteBuffer.wrap(SecureBytes.random(2 * Long.BYTES));
        long fresh = (clock.millis() << COUNTER_BITS) | (random.getLong() & START_MASK);
        long stamp = last.updateAndGet(previous -> Math.max(previous + 1, fresh));
        long high = ((stamp >>> COUNTER_BITS) << 16) | VERSION_7 | (stamp & COUNTER_MASK);
        return new UUID(high, VARIANT | (random.getLong() & RANDOM_B));
    }

    @Override
    public UUID random() {
        return UUID.randomUUID();
    }
}
