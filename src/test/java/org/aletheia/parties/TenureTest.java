package org.aletheia.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is certain and what is possible on a day, against every history that the dates allow, day by day. */
@Tag("unit")
class TenureTest {
    private static final long SEED = 20_140_305;
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 120;

    @Test
    void certainIsWhatAllHistoriesSayAndPossibleWhatOneDoes() {
        Random random = new Random(SEED);
        int consistent = 0;
        for (int i = 0; i < 1_500; i++) {
            Tenure tenure = tenure(random);
            Day day = new Day(FIRST.plusDays(random.nextInt(DAYS)).toString());
            Histories all = Histories.of(tenure, day);
            if (all.some()) {
                consistent++;
                assertThat(tenure.possibleOn(day))
                        .as("possible %s %s", tenure, day)
                        .isEqualTo(all.held());
                assertThat(tenure.certainOn(day))
                        .as("certain %s %s", tenure, day)
                        .isEqualTo(!all.notHeld());
            }
        }
        assertThat(consistent).isGreaterThan(700);
    }

    @Test
    void anOpenEndIsCertainUpToTheLastDateSeenOnly() {
        Tenure tenure = new Tenure(date("2014-03-05/.."), null, date("2014-06-01"), true, false);
        assertThat(tenure.certainOn(new Day("2014-03-05"))).isTrue();
        assertThat(tenure.certainOn(new Day("2014-06-01"))).isTrue();
        assertThat(tenure.certainOn(new Day("2014-06-02"))).isFalse();
        assertThat(tenure.possibleOn(new Day("2050-01-01"))).isTrue();
        assertThat(tenure.possibleOn(new Day("2014-03-04"))).isFalse();
    }

    @Test
    void aStartThatIsOnlyTheFirstDateSeenExcludesNothingBefore() {
        Tenure tenure = new Tenure(date("2014-03-05/2014-05"), null, null, false, true);
        assertThat(tenure.possibleOn(new Day("2009-01-01"))).isTrue();
        assertThat(tenure.certainOn(new Day("2014-03-05"))).isTrue();
        assertThat(tenure.certainOn(new Day("2014-03-04"))).isFalse();
        assertThat(tenure.certainOn(new Day("2014-05-01"))).isTrue();
        assertThat(tenure.certainOn(new Day("2014-05-02"))).isFalse();
        assertThat(tenure.possibleOn(new Day("2014-06-01"))).isFalse();
    }

    @Test
    void aDoubtedDateMakesNothingCertain() {
        for (String doubted : new String[] {"2014-03-05?/2014-05-01?", "2014-03-05~/2014-05-01~", "2014-03-05%"}) {
            Tenure tenure = new Tenure(date(doubted), null, null, true, true);
            assertThat(tenure.certainOn(new Day("2014-03-05"))).as(doubted).isFalse();
            assertThat(tenure.possibleOn(new Day("2014-03-05"))).as(doubted).isTrue();
        }
    }

    @Test
    void withoutADateEveryDayIsPossibleAndNoneCertain() {
        assertThat(Tenure.UNKNOWN.possibleOn(new Day("0001-01-01"))).isTrue();
        assertThat(Tenure.UNKNOWN.certainOn(new Day("2014-03-05"))).isFalse();
    }

    @Test
    void aDayIsADay() {
        for (String wrong : new String[] {"2014", "2014-03", "2014-3-5", "2014-03-05?", "../2014-03-05", ""}) {
            assertThatThrownBy(() -> new Day(wrong))
                    .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                            .isEqualTo("day-form"));
        }
        assertThatThrownBy(() -> new Day("2014-02-30"))
                .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                        .isEqualTo("edtf-impossible"));
    }

    private static Tenure tenure(Random random) {
        String start = random.nextInt(5) == 0 ? "" : mark(random);
        String end = random.nextInt(5) == 0 ? ".." : mark(random);
        UncertainDate during = null;
        try {
            during = random.nextInt(6) == 0 ? null : date(start + "/" + end);
        } catch (MalformedValueException e) {
            // Reversed, or both ends open: as if nobody had said.
        }
        boolean hasStart = during != null && !start.isEmpty();
        boolean hasEnd = during != null && !end.equals("..");
        return new Tenure(
                during,
                random.nextBoolean() ? date(mark(random)) : null,
                random.nextBoolean() ? date(mark(random)) : null,
                hasStart && random.nextBoolean(),
                hasEnd && random.nextBoolean());
    }

    private static String mark(Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return random.nextInt(3) == 0 ? YearMonth.from(day).toString() : day.toString();
    }

    private static UncertainDate date(String edtf) {
        return UncertainDate.parse(edtf);
    }

    /** The slow and obvious way: try every beginning and end on whole days, and every day on which it was seen. */
    private record Histories(boolean held, boolean notHeld) {
        private static final int BEFORE = -3;
        private static final int AFTER = DAYS + 3;

        boolean some() {
            return held || notHeld;
        }

        static Histories of(Tenure tenure, Day asked) {
            int day = number(asked.date());
            List<Rule> rules = List.of(
                    Rule.of(tenure.start().orElse(null), tenure.startKnown() ? What.BEGUN : What.HELD),
                    Rule.of(tenure.end().orElse(null), tenure.endKnown() ? What.ENDED : What.HELD),
                    Rule.of(tenure.firstSeen(), What.HELD),
                    Rule.of(tenure.lastSeen(), What.HELD));
            boolean held = false;
            boolean notHeld = false;
            for (int begun = BEFORE; begun <= AFTER; begun++) {
                for (int ended = begun; ended <= AFTER; ended++) {
                    if (allowed(rules, begun, ended)) {
                        boolean on = begun <= day && day <= ended;
                        held |= on;
                        notHeld |= !on;
                    }
                }
            }
            return new Histories(held, notHeld);
        }

        private static boolean allowed(List<Rule> rules, int begun, int ended) {
            for (Rule rule : rules) {
                if (!rule.allows(begun, ended)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What is known to have happened on some day of a date. */
    private enum What {
        BEGUN,
        ENDED,
        HELD
    }

    private record Rule(int first, int last, What what) {
        static Rule of(@Nullable UncertainDate date, What what) {
            return date == null
                    ? new Rule(Integer.MIN_VALUE, Integer.MAX_VALUE, what)
                    : new Rule(
                            number(date.earliest().orElseThrow().toString().substring(0, 10)),
                            number(date.latest().orElseThrow().toString().substring(0, 10)),
                            what);
        }

        boolean allows(int begun, int ended) {
            return switch (what) {
                case BEGUN -> first <= begun && begun <= last;
                case ENDED -> first <= ended && ended <= last;
                case HELD -> first <= ended && begun <= last;
            };
        }
    }

    private static int number(String day) {
        return (int) (LocalDate.parse(day).toEpochDay() - FIRST.toEpochDay());
    }
}
