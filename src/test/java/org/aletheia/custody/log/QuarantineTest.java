package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.aletheia.custody.log.LogRefusedException.Reason;
import org.aletheia.custody.store.DatabaseIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QuarantineTest {
    private static final DatabaseIdentity DATABASE = new DatabaseIdentity(Instant.EPOCH, 5, 7);

    private final AtomicInteger comparisons = new AtomicInteger();
    private @Nullable RuntimeException outcome;
    private DatabaseIdentity database = DATABASE;
    private final Quarantine quarantine = new Quarantine(
            () -> {
                comparisons.incrementAndGet();
                if (outcome != null) {
                    throw outcome;
                }
            },
            () -> database);

    @Test
    void nothingIsAdmittedBeforeTheFirstComparison() {
        assertThat(quarantine.admits(0)).isFalse();
        assertThat(quarantine.standing()).isEqualTo(LogStanding.UNKNOWN);
        outcome = refused(Reason.EVENTS_MISSING);
        assertThatThrownBy(quarantine::lift).isInstanceOf(LogRefusedException.class);
        assertThat(quarantine.admits(0)).isFalse();
        outcome = null;
        quarantine.lift();
        assertThat(quarantine.admits(0)).isTrue();
        assertThat(quarantine.standing()).isEqualTo(LogStanding.SOUND);
    }

    @Test
    void whatContradictsIsToldFromWhatCouldNotBeCompared() {
        outcome = new IllegalStateException("the bucket is away");
        assertThatThrownBy(quarantine::lift).isInstanceOf(IllegalStateException.class);
        assertThat(quarantine.standing()).isEqualTo(LogStanding.UNKNOWN);
        outcome = refused(Reason.FORK);
        assertThatThrownBy(quarantine::lift).isInstanceOf(LogRefusedException.class);
        assertThat(quarantine.standing()).isEqualTo(LogStanding.CONTRADICTING);
        quarantine.doubt();
        outcome = new IllegalStateException("the bucket is away");
        assertThatThrownBy(quarantine::lift).isInstanceOf(IllegalStateException.class);
        assertThat(quarantine.standing()).as("nothing has shown otherwise").isEqualTo(LogStanding.CONTRADICTING);
    }

    /** Where the configuration is the fault there is nothing to recover. */
    @Test
    void otherKeysContradictNothing() {
        outcome = refused(Reason.KEYS_CHANGED);
        assertThatThrownBy(quarantine::lift).isInstanceOf(LogRefusedException.class);
        assertThat(quarantine.standing()).isEqualTo(LogStanding.UNKNOWN);
        assertThat(quarantine.admits(0)).isFalse();
    }

    /** A connection that was cut, while the bucket is away, too: the same database cannot have been set back. */
    @Test
    void theSameDatabaseNeedsNoSecondComparison() {
        quarantine.lift();
        quarantine.lift();
        assertThat(comparisons).hasValue(1);
        outcome = new IllegalStateException("the bucket is away");
        quarantine.doubt();
        assertThat(quarantine.standing()).isEqualTo(LogStanding.UNKNOWN);
        assertThat(quarantine.admits(3)).isFalse();
        quarantine.lift();
        assertThat(quarantine.admits(3)).isTrue();
        assertThat(comparisons).hasValue(1);
    }

    @Test
    void anotherDatabaseIsComparedAnew() {
        quarantine.lift();
        for (DatabaseIdentity another : new DatabaseIdentity[] {
            new DatabaseIdentity(Instant.EPOCH.plusNanos(1000), 5, 7),
            new DatabaseIdentity(Instant.EPOCH, 6, 7),
            new DatabaseIdentity(Instant.EPOCH, 6, 8)
        }) {
            database = another;
            quarantine.doubt();
            outcome = new IllegalStateException("the bucket is away");
            assertThatThrownBy(quarantine::lift).isInstanceOf(IllegalStateException.class);
            assertThat(quarantine.admits(3)).isFalse();
            outcome = null;
            quarantine.lift();
            assertThat(quarantine.admits(3)).isTrue();
        }
        assertThat(comparisons).hasValue(7);
    }

    @Test
    void aRefusedPublicationIsComparedAnew() {
        quarantine.lift();
        quarantine.refused(refused(Reason.EVENTS_MISSING));
        assertThat(quarantine.standing()).isEqualTo(LogStanding.CONTRADICTING);
        quarantine.lift();
        assertThat(comparisons).hasValue(2);
        assertThat(quarantine.standing()).isEqualTo(LogStanding.SOUND);
    }

    @Test
    void aJournalThatBecameSmallerIsComparedAnew() {
        quarantine.lift();
        assertThat(quarantine.admits(10)).isTrue();
        assertThat(quarantine.admits(10)).isTrue();
        assertThat(quarantine.admits(9)).isFalse();
        assertThat(quarantine.standing()).isEqualTo(LogStanding.UNKNOWN);
        quarantine.lift();
        assertThat(comparisons).hasValue(2);
        assertThat(quarantine.admits(9)).isTrue();
    }

    private static LogRefusedException refused(Reason reason) {
        return new LogRefusedException(reason, "test");
    }
}
