package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("it")
class LogTest {
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
    void publishesTheEmptyLog() throws Exception {
        assertThat(log.publisher().run()).isTrue();
        WholeLog.verify(log, List.of());
        assertThat(log.publisher().run()).isFalse();
    }

    @Test
    void publishesWhatWasCommittedAsItGrowsOverTileBorders() throws Exception {
        List<Subject> subjects = LogFixture.subjects(7);
        List<UUID> events = new ArrayList<>();
        for (int count : new int[] {1, 2, 252, 1, 1, 300, 700}) {
            events.addAll(log.append(subjects, count));
            events.addAll(log.append(EventTypes.VIEWED, subjects, 3));
            log.settle();
            WholeLog.verify(log, events);
        }
    }

    @Test
    void ordersABatchByCommit() {
        List<Subject> subject = LogFixture.subjects(1);
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.addAll(log.append(subject, 1));
        }
        Sequencer sequencer = log.sequencer(7);
        while (sequencer.run() > 0) {
            // batches of seven
        }
        assertThat(new ChainStore(new Transactions(log.asApp())).history(subject.getFirst(), Chain.CUSTODY, 0, 100))
                .extracting(placed -> placed.row().eventId())
                .containsExactlyElementsOf(events);
    }
}
