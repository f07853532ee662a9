package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.Subject;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.TileId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiles that are put before a publication's time: they are those that it publishes, or are put anew. */
@Tag("it")
class PreparationTest {
    private static final int EVENTS = 600;

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
    void onlyFullTilesArePutAndNothingIsPublishedByIt() throws Exception {
        List<UUID> events = sequenced(EVENTS);
        Publisher publisher = log.publisher();
        publisher.prepare();
        assertThat(keys()).containsExactlyInAnyOrder(path(0), path(1), bundle(0), bundle(1));
        assertThat(publisher.run()).isTrue();
        WholeLog.verify(log, events);
    }

    @Test
    void whatCameAfterwardsIsPublishedWithIt() throws Exception {
        Publisher publisher = log.publisher();
        List<UUID> events = new ArrayList<>(sequenced(EVENTS));
        publisher.prepare();
        events.addAll(sequenced(EVENTS));
        publisher.run();
        events.addAll(sequenced(EVENTS));
        publisher.prepare();
        publisher.run();
        WholeLog.verifyWithSomeProofs(log, events);
    }

    @Test
    void whereTheDatabaseWasSetBackMeanwhileTheTilesArePutAnew() throws Exception {
        log.backUp();
        Publisher publisher = log.publisher(present(), log.bucket(), log.keys());
        sequenced(EVENTS);
        publisher.prepare();
        log.restore();
        List<UUID> others = sequenced(EVENTS);
        publisher.run();
        WholeLog.verifyWithSomeProofs(log, others);
    }

    @Test
    void nothingIsPutOfAJournalThatContradictsWhatIsPublished() throws Exception {
        log.backUp();
        sequenced(EVENTS);
        log.publisher().run();
        byte[] published = log.bucket().readAll(path(0), 1 << 20);
        log.restore();
        sequenced(2 * EVENTS);
        assertThatThrownBy(() -> log.publisher().prepare()).isInstanceOf(LogRefusedException.class);
        assertThat(log.bucket().readAll(path(0), 1 << 20)).isEqualTo(published);
    }

    /** Connections to the database as it is when they are asked for. */
    private DataSource present() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, given) -> method.invoke(log.asFollower(), given));
    }

    private List<UUID> sequenced(int count) {
        List<UUID> events = log.append(subjects, count);
        Sequencer sequencer = log.sequencer(1000);
        while (sequencer.run() > 0) {
            // until all have their index
        }
        return events;
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("", object -> keys.add(object.key()));
        return keys;
    }

    private static String path(long tile) {
        return new TileId(0, tile, TileId.FULL_WIDTH).path();
    }

    private static String bundle(long tile) {
        return new EntryBundleId(tile, TileId.FULL_WIDTH).path();
    }
}
