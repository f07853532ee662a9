package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.signing.Signer;
import org.aletheia.platform.signing.SignerUnavailableException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;
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
    void removesPartialTilesOnceTheFullOnesArePublished() throws Exception {
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.addAll(log.append(LogFixture.subjects(1), 50));
            log.settle();
        }
        WholeLog.verify(log, events);
        List<String> keys = new ArrayList<>();
        log.bucket().list("tile/", object -> keys.add(object.key()));
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/44");
    }

    @Test
    void aSignerThatIsDownStopsPublicationAndNothingElse() throws Exception {
        List<UUID> events = new ArrayList<>(log.append(LogFixture.subjects(1), 3));
        Publisher unable = log.publisher(log.asFollower(), log.bucket(), new LogKeys(log.origin, new DownSigner()));
        assertThat(log.sequencer(10).run()).isEqualTo(3);
        assertThatThrownBy(unable::run).isInstanceOf(SignerUnavailableException.class);
        assertThat(log.bucket().stat("checkpoint")).isEmpty();
        events.addAll(log.append(LogFixture.subjects(1), 2));
        assertThat(log.sequencer(10).run()).isEqualTo(2);
        log.settle();
        WholeLog.verify(log, events);
    }

    private final class DownSigner implements Signer {
        @Override
        public List<NoteVerifierKey> verifierKeys() {
            return log.signer().verifierKeys();
        }

        @Override
        public SignedNote sign(String noteText) {
            throw new SignerUnavailableException("not reachable", new IOException());
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
