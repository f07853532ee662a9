package org.aletheia.evidence.content;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import org.aletheia.platform.keys.UnitKeys;

/** What content tests share. */
final class TestContent {
    private TestContent() {}

    static ContentConfig config(int partSize, boolean sha512) {
        return new Settings(new MemorySize(BigInteger.valueOf(partSize)), sha512);
    }

    /** Fetches in the thread that asks. */
    static ReadAhead readAhead() {
        return new ReadAhead(Runnable::run, new Pool<>(ReadBuffer::full, 1, Duration.ofSeconds(5)));
    }

    /** Stands where a store only stores: it never asks for a registered key. */
    @SuppressWarnings("NullAway")
    static UnitKeys noRegister() {
        return new UnitKeys(null, null, null);
    }

    record Settings(MemorySize partSize, boolean sha512) implements ContentConfig {
        @Override
        public int bufferPercent() {
            return 25;
        }

        @Override
        public Duration bufferWait() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration orphanGrace() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration orphanEvery() {
            return Duration.ofHours(1);
        }
    }
}
