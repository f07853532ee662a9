package org.aletheia.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aletheia.access.RecordKind;
import org.aletheia.insight.Timeline.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TimelineTest {
    @Test
    void theFirstPossibleInstantOrdersThenTheLast() {
        Timeline timeline = Timeline.of(Seen.set(
                Seen.dated(1, "2014-03-05"),
                Seen.dated(2, "2014-03"),
                Seen.dated(3, "../2014-03-04"),
                Seen.dated(4, "2014-03-01/.."),
                Seen.dated(5, "2014-03-01"),
                Seen.dated(6, "2013-XX", "2014-04~")));
        assertThat(timeline.entries())
                .extracting(Entry::date)
                .containsExactly(
                        "../2014-03-04", "2013-XX", "2014-03-01", "2014-03", "2014-03-01/..", "2014-03-05", "2014-04~");
    }

    @Test
    void whatIsUncertainIsShown() {
        Timeline timeline = Timeline.of(Seen.set(Seen.dated(1, "2014-03-05?/.."), Seen.dated(2, "2015~")));
        Entry first = timeline.entries().getFirst();
        assertThat(first.uncertain()).isTrue();
        assertThat(first.approximate()).isFalse();
        assertThat(first.earliest()).isEqualTo(Instant.parse("2014-03-05T00:00:00Z"));
        assertThat(first.latest()).isNull();
        assertThat(timeline.entries().getLast().approximate()).isTrue();
    }

    @Test
    void aPartWithoutDateHasThatOfItsWholeAndSaysSo() {
        SeenRecord incident = Seen.dated(1, "2014-03-05");
        SeenRecord act = Seen.act(2, incident.name());
        Timeline timeline = Timeline.of(new RecordSet(List.of(act), Map.of(incident.name(), incident), false));
        assertThat(timeline.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(act.name().id());
            assertThat(entry.date()).isEqualTo("2014-03-05");
            assertThat(entry.dateOf()).isEqualTo(incident.name().id());
        });
    }

    @Test
    void whatHasNoDateIsNotLost() {
        SeenRecord act = Seen.act(2, Seen.dated(1).name());
        Timeline timeline = Timeline.of(Seen.set(act));
        assertThat(timeline.entries()).isEmpty();
        assertThat(timeline.undated())
                .extracting(Timeline.Undated::id)
                .containsExactly(act.name().id());
    }

    @Test
    void whatWentIsToldApart() {
        SeenRecord went = Seen.disposed(RecordKind.VICTIM, 3);
        Timeline timeline = Timeline.of(Seen.set(went, Seen.dated(1, "2014")));
        assertThat(timeline.disposed())
                .extracting(Disposed::id)
                .containsExactly(went.name().id());
        assertThat(timeline.undated()).isEmpty();
        assertThat(timeline.entries()).hasSize(1);
    }
}
