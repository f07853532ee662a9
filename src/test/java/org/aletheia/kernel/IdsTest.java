package org.aletheia.kernel;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class IdsTest {
    private static final int EACH = 20_000;

    @Test
    void carriesTimeVersionAndVariant() {
        long time = 0x017F22E279B0L; // the example of RFC 9562, appendix A.6
        UUID id = new TimeOrderedIds(() -> Instant.ofEpochMilli(time)).timeOrdered();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time);
        assertThat(Ids.random().version()).isEqualTo(4);
    }

    @Test
    void staysMonotonicInEachThreadAndUniqueAcrossThem() throws Exception {
        Set<UUID> all = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<UUID>>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(IdsTest::many);
            }
            for (Future<List<UUID>> ids : threads.invokeAll(tasks)) {
                assertThat(ids.get()).isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
                all.addAll(ids.get());
            }
        }
        assertThat(all).hasSize(4 * EACH);
    }

    @Test
    void neverGoesBackWithTheClock() {
        AtomicLong clock = new AtomicLong(1_000_000);
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(clock.get()));
        UUID before = ids.timeOrdered();
        clock.set(5);
        for (int i = 0; i < 10_000; i++) { // more than the counter of one millisecond holds
            UUID after = ids.timeOrdered();
            assertThat(after).isGreaterThan(before);
            assertThat(after.version()).isEqualTo(7);
            before = after;
        }
    }

    @Test
    void parsesEitherCase() {
        UUID id = Ids.timeOrdered();
        assertThat(Ids.parse(id.toString())).isEqualTo(id);
        assertThat(Ids.parse(id.toString().toUpperCase(Locale.ROOT))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0198f0a0-0000-7000-8000-00000000000",
                "0198f0a0-0000-7000-8000-0000000000012",
                "0198f0a000007000800000000000001",
                "{198f0a0-0000-7000-8000-000000000001}",
                "0198f0a0-0000-7000-8000-00000000000g"
            })
    void refusesOtherSpellings(String text) {
        assertRefused("id", () -> Ids.parse(text));
    }

    private static List<UUID> many() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            ids.add(Ids.timeOrdered());
        }
        return ids;
    }
}
