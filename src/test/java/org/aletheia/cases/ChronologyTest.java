package org.aletheia.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.aletheia.cases.Chronology.Entry;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ChronologyTest {
    private static final List<String> IN_ORDER = List.of(
            "../2014", // it can have begun at any time
            "2013",
            "2014-03-05",
            "2014-03-05/2014-03-07",
            "2014-03-05/..",
            "2014-03-06",
            "2014-XX-07",
            "2015?");

    /** 2014-XX-07 can mean 7 January: it stands before what is certain to be in March. */
    @Test
    void linesStandByTheEarliestThatTheyCanMeanThenByTheLatest() {
        List<String> expected = new ArrayList<>(IN_ORDER);
        expected.remove("2014-XX-07");
        expected.add(2, "2014-XX-07");
        List<Entry> shuffled = new ArrayList<>();
        IN_ORDER.forEach(date -> shuffled.add(entry(shuffled.size(), date)));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Chronology.of(shuffled).entries())
                    .as("seed %d", seed)
                    .extracting(Entry::date)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void eachLineSaysWhatItsDateCanMean() {
        Entry month = entry(1, "2014-03");
        assertThat(month.earliest()).isEqualTo(Instant.parse("2014-03-01T00:00:00Z"));
        assertThat(month.latest()).isEqualTo(Instant.parse("2014-03-31T23:59:59.999Z"));
        assertThat(entry(1, "2014-03/..").latest()).isNull();
        assertThat(entry(1, "../2014-03").earliest()).isNull();
    }

    @Test
    void whatHasNoDateStandsApart() {
        Chronology chronology = Chronology.of(List.of(entry(2, null), entry(1, null), entry(3, "2014")));
        assertThat(chronology.entries()).extracting(Entry::id).containsExactly(new UUID(0, 3));
        assertThat(chronology.undated()).extracting(Entry::id).containsExactly(new UUID(0, 1), new UUID(0, 2));
    }

    private static Entry entry(int id, @Nullable String date) {
        return Entry.of("act", new UUID(0, id), "01", date == null ? null : UncertainDate.parse(date), false);
    }
}
