package org.aletheia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who was a child is one by every date that can be written of the birth or the act; drawn at random, the seed is fixed. */
@Tag("unit")
class MajorityTest {
    private static final int ROUNDS = 3000;
    private static final List<String> MARKS = List.of("", "?", "~", "%");

    private final Random random = new Random(19891120);

    @Test
    void daysSayItExactly() {
        assertThat(childhood("1996-03-05", "2014-03-04")).isEqualTo("surely");
        assertThat(childhood("1996-03-05", "2014-03-05")).isEqualTo("no");
        assertThat(childhood("1996-03-05", "2014-03-04T23:59:59Z")).isEqualTo("surely");
        assertThat(childhood("1996-02-29", "2014-02-28")).isEqualTo("surely");
        assertThat(childhood("1996-02-29", "2014-03-01")).isEqualTo("no");
        assertThat(childhood("1996", "2014")).isEqualTo("possibly");
        assertThat(childhood("1996", "2015")).isEqualTo("no");
        assertThat(childhood("1997", "2014")).isEqualTo("surely");
        assertThat(childhood("1996-03-05", "2013/..")).isEqualTo("possibly");
        assertThat(childhood("../1990", "2014")).isEqualTo("no");
        assertThat(childhood("1990/..", "2014")).isEqualTo("possibly");
    }

    @Test
    void aDoubtReachesFiveYearsEitherWay() {
        assertThat(childhood("1993?", "2014-06-01")).isEqualTo("possibly");
        assertThat(childhood("1990~", "2014-06-01")).isEqualTo("no");
        assertThat(childhood("1998?", "2014-06-01")).isEqualTo("possibly");
        assertThat(childhood("2003%", "2014-06-01")).isEqualTo("surely");
        assertThat(childhood("1993", "2014?")).isEqualTo("possibly");
    }

    @Test
    void aChildIsOneByEveryWordForBothDays() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate born = day();
            LocalDate done = born.plusYears(15).plusDays(random.nextInt(3000));
            boolean child = done.isBefore(eighteenth(born));
            for (String birth : words(born)) {
                for (String act : words(done)) {
                    String found = childhood(birth, act);
                    assertThat(found)
                            .as("%s for %s, %s for %s", birth, born, act, done)
                            .isNotEqualTo(child ? "no" : "surely");
                }
            }
            assertThat(childhood(born.toString(), done.toString())).isEqualTo(child ? "surely" : "no");
        }
    }

    @Test
    void aVaguerWordNeverMakesCertain() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate born = day();
            String done = born.plusYears(16).plusDays(random.nextInt(1500)).toString();
            List<String> words = words(born);
            String day = childhood(words.getFirst(), done);
            words.stream().map(word -> childhood(word, done)).forEach(vaguer -> assertThat(vaguer)
                    .isIn(day, "possibly"));
        }
    }

    @Test
    void anAgeHoldsEveryBirthThatItCanMean() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate born = day();
            LocalDate on = born.plusDays(random.nextInt(12_000));
            int years = born.until(on).getYears();
            int least = Math.max(0, years - random.nextInt(3));
            long eighteenth = start(eighteenth(born));
            for (String when : words(on)) {
                Majority known = Majority.ofAge(least, years + random.nextInt(3), UncertainDate.parse(when));
                assertThat(eighteenth)
                        .as("born %s, %d years on %s", born, years, when)
                        .isBetween(known.first(), known.last());
            }
        }
    }

    @Test
    void ofBirthAndAgeTheLaterHolds() {
        Majority birth = Majority.ofBirth(UncertainDate.parse("1990"));
        Majority age = Majority.ofAge(15, 16, UncertainDate.parse("2014-03-05"));
        assertThat(birth.orLater(age)).isEqualTo(age).isEqualTo(age.orLater(birth));
    }

    /** As the database decides it ({@code aletheia_childhood} in V43). */
    private static String childhood(String born, String done) {
        Majority majority = Majority.ofBirth(UncertainDate.parse(born));
        Span act = Span.of(UncertainDate.parse(done));
        if (act.last() < majority.first()) {
            return "surely";
        }
        return act.first() < majority.last() ? "possibly" : "no";
    }

    private LocalDate day() {
        return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(25_000));
    }

    /** The eighteenth birthday; of who was born on 29 February 1 March. */
    private static LocalDate eighteenth(LocalDate born) {
        boolean leap = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        return leap ? LocalDate.of(born.getYear() + 18, 3, 1) : born.plusYears(18);
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private List<String> words(LocalDate day) {
        String text = day.toString();
        List<String> words = new ArrayList<>(List.of(
                text,
                text.substring(0, 7),
                text.substring(0, 4),
                text.substring(0, 3) + "X",
                text.substring(0, 9) + "X",
                text + "/..",
                "../" + text,
                text + "/" + day.plusDays(random.nextInt(900))));
        words.add(text.substring(0, 4) + MARKS.get(random.nextInt(MARKS.size())));
        return words;
    }
}
