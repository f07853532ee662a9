package org.aletheia.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.log.LogFixture;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cursors: in order, at least once, changes alone. */
@Tag("it")
class FollowerRunTest {
    private final List<Subject> subjects = LogFixture.subjects(3);
    private LogFixture log;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void getsEveryChangeOnceInOrderAndNoRead() {
        Recorder recorder = new Recorder(10);
        FollowerRun run = run(recorder);
        List<UUID> changes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            changes.addAll(log.append(EventTypes.ITEM_REVISED, subjects, 7));
            log.append(EventTypes.VIEWED, subjects, 4);
            log.settle();
            drain(run);
        }
        assertThat(recorder.events).containsExactlyElementsOf(changes);
        assertThat(recorder.largest).isEqualTo(7);
        assertThat(run.lag()).isZero();
    }

    @Test
    void aBatchComesAgainAfterAFailureAndTheRestAfterAPart() {
        List<UUID> changes = log.append(EventTypes.ITEM_REVISED, subjects, 9);
        log.settle();
        Recorder recorder = new Recorder(5);
        FollowerRun run = run(recorder);
        recorder.failing = true;
        assertThatThrownBy(run::step).hasMessage("no luck");
        recorder.failing = false;
        recorder.most = 3;
        drain(run);
        assertThat(recorder.events.subList(0, 3)).isEqualTo(changes.subList(0, 3));
        drain(run);
        drain(run);
        assertThat(recorder.events).containsExactlyElementsOf(changes);
    }

    @Test
    void goesOnAtItsCursorInAnotherProcess() {
        List<UUID> changes = log.append(EventTypes.ITEM_REVISED, subjects, 9);
        log.settle();
        Recorder before = new Recorder(4);
        run(before).step();
        Recorder after = new Recorder(100);
        drain(run(after));
        assertThat(before.events).isEqualTo(changes.subList(0, 4));
        assertThat(after.events).isEqualTo(changes.subList(4, 9));
    }

    @Test
    void neverSkipsEventsThatAreStillPending() {
        log.append(EventTypes.ITEM_REVISED, subjects, 2);
        Recorder recorder = new Recorder(10);
        FollowerRun run = run(recorder);
        drain(run);
        assertThat(recorder.events).isEmpty();
        log.settle();
        drain(run);
        assertThat(recorder.events).hasSize(2);
    }

    private FollowerRun run(Follower follower) {
        return new FollowerRun(follower, new Transactions(log.asFollower()));
    }

    private static void drain(FollowerRun run) {
        while (run.step()) {
            // until nothing is left
        }
    }

    private static final class Recorder implements Follower {
        private final List<UUID> events = new ArrayList<>();
        private final int batchSize;
        private int most = Integer.MAX_VALUE;
        private int largest;
        private boolean failing;

        Recorder(int batchSize) {
            this.batchSize = batchSize;
        }

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public int batchSize() {
            return batchSize;
        }

        @Override
        public int apply(List<JournalEntry> batch) {
            if (failing) {
                throw new IllegalStateException("no luck");
            }
            largest = Math.max(largest, batch.size());
            int done = Math.min(most, batch.size());
            batch.subList(0, done).forEach(entry -> events.add(entry.event().id()));
            return done;
        }
    }
}
