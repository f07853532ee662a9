package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Subject;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every durable effect between commit and publication fails once, in both forms; afterwards the whole log must hold. */
@Tag("it")
class FaultTableTest {
    private static final int BATCH = 5;
    private static final int TILE = 256;

    @ParameterizedTest
    @EnumSource(Faults.Mode.class)
    void recoversFromTheFailureOfAnyEffect(Faults.Mode mode) throws Exception {
        try (LogFixture log = new LogFixture()) {
            List<Subject> subjects = LogFixture.subjects(3);
            List<UUID> events = new ArrayList<>();
            int failing = 0;
            boolean failed = true;
            while (failed) {
                // three batches, the second of which fills a tile
                events.addAll(log.append(subjects, TILE - 7 - events.size() % TILE));
                log.settle();
                events.addAll(log.append(subjects, 2 * BATCH + 3));
                Faults faults = new Faults(failing, mode);
                failed = runTolerating(log, faults);
                assertThat(failed).isEqualTo(faults.effects() > failing);
                log.settle();
                WholeLog.verifyWithSomeProofs(log, events);
                failing++;
            }
            WholeLog.verify(log, events);
            // three sequencing commits, two recordings, tiles and bundles, the checkpoint
            assertThat(failing).isGreaterThan(12);
        }
    }

    /** Runs until nothing is left to do or the failure strikes; whether it struck. */
    private static boolean runTolerating(LogFixture log, Faults faults) {
        Transactions database = new Transactions(faults.on(log.asFollower()));
        Sequencer sequencer = new Sequencer(database, BATCH);
        Publisher publisher = log.publisher(faults.on(log.asFollower()), faults.on(log.bucket()), log.keys());
        try {
            while (sequencer.run() > 0) {
                publisher.run();
            }
            return false;
        } catch (DatabaseFailure | StorageUnavailableException expected) {
            return true;
        }
    }
}
