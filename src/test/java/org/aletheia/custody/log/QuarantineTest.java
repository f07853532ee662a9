package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuarantineTest {
    private final AtomicInteger comparisons = new AtomicInteger();
    private boolean contradicting;
    private final Quarantine quarantine = new Quarantine(() -> {
        comparisons.incrementAndGet();
        if (contradicting) {
            throw new LogRefusedException(LogRefusedException.Reason.EVENTS_MISSING, "test");
        }
    });

    @Test
    void nothingIsAdmittedBeforeTheFirstComparison() {
        assertThat(quarantine.admits(0)).isFalse();
        contradicting = true;
        assertThatThrownBy(quarantine::lift).isInstanceOf(LogRefusedException.class);
        assertThat(quarantine.admits(0)).isFalse();
        contradicting = false;
        quarantine.lift();
        assertThat(quarantine.admits(0)).isTrue();
    }

    @Test
    void oneComparisonHoldsUntilItIsClosed() {
        quarantine.lift();
        quarantine.lift();
        assertThat(comparisons).hasValue(1);
        quarantine.close();
        assertThat(quarantine.isLifted()).isFalse();
        quarantine.lift();
        assertThat(comparisons).hasValue(2);
    }

    @Test
    void aJournalThatBecameSmallerIsComparedAnew() {
        quarantine.lift();
        assertThat(quarantine.admits(10)).isTrue();
        assertThat(quarantine.admits(10)).isTrue();
        assertThat(quarantine.admits(9)).isFalse();
        assertThat(quarantine.isLifted()).isFalse();
        quarantine.lift();
        assertThat(quarantine.admits(9)).isTrue();
    }
}
