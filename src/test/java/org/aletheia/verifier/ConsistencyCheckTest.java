package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two checkpoints of one log are told from two of a fork, by the tiles alone. */
@Tag("unit")
class ConsistencyCheckTest {
    private final TestTiles log = new TestTiles();

    @Test
    void ofTwoCheckpointsTheLaterExtendsTheEarlierWhicheverComesFirst() throws IOException {
        for (int size : new int[] {0, 1, 255, 256, 300, 66_000}) {
            log.grow(size - log.size());
            byte[] then = log.file("checkpoint");
            log.grow(300);
            byte[] now = log.file("checkpoint");
            assertThat(failed(check(then, now))).as("size %d", size).isEmpty();
            assertThat(failed(check(now, then))).as("size %d", size).isEmpty();
            assertThat(failed(check(then, then))).as("size %d", size).isEmpty();
            log.forget(300);
        }
    }

    @Test
    void ofAForkTheyAreNotOfOneHistory() throws IOException {
        log.grow(700);
        byte[] then = log.file("checkpoint");
        log.forget(500);
        log.grow(500);
        byte[] other = log.file("checkpoint");
        assertThat(failed(check(then, other))).containsExactly("consistency");
        log.grow(100);
        assertThat(failed(check(then, log.file("checkpoint")))).containsExactly("consistency");
    }

    @Test
    void entriesAreNotNeededAndMissingTilesAreNamed() throws IOException {
        log.grow(700);
        byte[] then = log.file("checkpoint");
        log.grow(700);
        byte[] now = log.file("checkpoint");
        log.files.keySet().removeIf(path -> path.startsWith("tile/entries/"));
        assertThat(failed(check(then, now))).isEmpty();
        log.files.remove("tile/0/002");
        Verdict verdict = check(then, now);
        assertThat(failed(verdict)).containsExactly("consistency");
        assertThat(verdict.text()).contains("tile/0/002");
    }

    @Test
    void somethingElseIsNoCheckpoint() throws IOException {
        log.grow(10);
        assertThat(failed(check(new byte[] {1}, log.file("checkpoint")))).containsExactly("checkpoint");
        TestTiles stranger = new TestTiles();
        stranger.grow(10);
        assertThat(failed(check(stranger.file("checkpoint"), log.file("checkpoint"))))
                .contains("signature", "consistency");
    }

    private Verdict check(byte[] one, byte[] other) throws IOException {
        return new ConsistencyCheck(Trust.of(TestLog.ORIGIN, log.vkeys(), 0))
                .check(one, other, path -> Optional.ofNullable(log.files.get(path)));
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .toList();
    }
}
