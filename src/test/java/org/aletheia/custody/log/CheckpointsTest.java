package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aletheia.custody.Subject;
import org.aletheia.custody.store.ReplicaLock;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which checkpoints there are, and that they stay. */
@Tag("it")
class CheckpointsTest {
    private final List<Subject> subjects = LogFixture.subjects(1);
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
    void everyPublishedCheckpointStaysUnderItsSizeAsItWas() {
        Map<Long, String> published = new TreeMap<>();
        for (int count : new int[] {1, 200, 100, 300}) {
            log.append(subjects, count);
            log.settle();
            String note = text("checkpoint");
            published.put(log.keys().open(note).size(), note);
        }
        assertThat(published).hasSize(4);
        published.forEach((size, note) ->
                assertThat(new LogBucket(log.bucket()).checkpoint(size)).contains(note));
    }

    @Test
    void nothingIsPublishedWhereTheLogHasNotGrown() {
        log.append(subjects, 3);
        log.settle();
        String before = text("checkpoint");
        assertThat(log.publisher().run()).isFalse();
        assertThat(text("checkpoint")).isEqualTo(before);
        assertThat(kept()).containsExactly("checkpoints/3");
    }

    /** Two replicas that both see events come: what one has just published holds the other back. */
    @Test
    void replicasTogetherPublishNoMoreOftenThanIsSaid() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        Publication one = publication(every, now.plusSeconds(5));
        Publication other = publication(every, now.plusSeconds(5));
        Publication later = publication(every, now.plus(every).plusSeconds(60));
        Publication setBack = publication(every, now.minus(every));
        one.step(); // the first look at the bucket is always due
        other.step();
        later.step();
        setBack.step();
        more();
        assertThat(one.step()).isFalse();
        assertThat(other.step()).isFalse();
        assertThat(later.step()).isTrue();
        more();
        assertThat(one.step()).isFalse();
        assertThat(setBack.step()).as("a clock that was set back").isTrue();
    }

    @Test
    void whatWaitsWaitsForNoLongerThanIsSaid() {
        Duration every = Duration.ofMinutes(10);
        Instant now = Clock.systemUTC().instant();
        Publication publication = publication(every, now);
        publication.step();
        assertThat(publication.wait(now)).as("nothing waits").isEmpty();
        more();
        assertThat(publication.wait(now.plusSeconds(60)).orElseThrow())
                .isBetween(every.minusSeconds(90), every.minusSeconds(30));
        assertThat(publication.wait(now.plus(every).plusSeconds(60))).contains(Duration.ZERO);
    }

    private void more() {
        log.append(subjects, 2);
        log.sequencer(10).run();
    }

    private Publication publication(Duration every, Instant now) {
        return new Publication(
                log.publisher(),
                new ReplicaLock(new Transactions(log.asFollower()), "publication"),
                Duration.ofDays(1),
                every,
                () -> now);
    }

    private List<String> kept() {
        List<String> keys = new ArrayList<>();
        log.bucket().list("checkpoints/", object -> keys.add(object.key()));
        return keys;
    }

    private String text(String key) {
        return new String(log.bucket().readAll(key, 1 << 20), StandardCharsets.UTF_8);
    }
}
