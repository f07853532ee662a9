package org.aletheia.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.aletheia.testing.LogLines;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class KeysAtWorkTest {
    /** A round that throws ends a schedule for good; and what a driver says may hold values of rows. */
    @Test
    void aRoundThatFailsEndsNothingAndIsToldWithoutItsMessage() {
        for (Throwable failure :
                new Throwable[] {new OutOfMemoryError("secret value"), new IllegalStateException("secret value")}) {
            try (LogLines log = LogLines.capture()) {
                work(failure).copy();
                assertThat(log.text())
                        .contains("could not be copied", failure.getClass().getName())
                        .doesNotContain("secret value");
            }
        }
    }

    @SuppressWarnings("NullAway")
    private static KeysAtWork work(Throwable failure) {
        return new KeysAtWork(null, new Failing(failure), null, null, null, false);
    }

    private static final class Failing extends KeyCopier {
        private final Throwable failure;

        @SuppressWarnings("NullAway")
        Failing(Throwable failure) {
            super(null, null, null, Clock.systemUTC());
            this.failure = failure;
        }

        @Override
        public int copyDue() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
