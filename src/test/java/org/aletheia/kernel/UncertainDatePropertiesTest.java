package org.aletheia.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every date that can be written, on dates drawn at random; the seed is fixed. */
@Tag("unit")
class UncertainDatePropertiesTest {
    private static final int ROUNDS = 3000;
    private static final List<String> MARKS = List.of("", "", "?", "~", "%");

    private final Random random = new Random(20140305);

    @Test
    void whatIsPrintedIsParsedToTheSame() {
        for (int i = 0; i < ROUNDS; i++) {
            String text = random.nextBoolean() ? point() : interval();
            UncertainDate date = UncertainDate.parse(text);
            assertThat(date).hasToString(text).isEqualTo(UncertainDate.parse(date.toString()));
            assertThat(date.earliest())
                    .isEqualTo(UncertainDate.parse(date.edtf()).earliest());
        }
    }

    @Test
    void theEarliestIsNeverAfterTheLatest() {
        for (int i = 0; i < ROUNDS; i++) {
            UncertainDate date = UncertainDate.parse(random.nextBoolean() ? point() : interval());
            date.earliest().ifPresent(from -> date.latest()
                    .ifPresent(to -> assertThat(from).as(date.edtf()).isBefore(to)));
        }
    }

    @Test
    void aMarkChangesNoBound() {
        for (int i = 0; i < ROUNDS; i++) {
            String bare = bare();
            UncertainDate plain = UncertainDate.parse(bare);
            for (String mark : MARKS) {
                UncertainDate marked = UncertainDate.parse(bare + mark);
                assertThat(marked.earliest()).as(bare + mark).isEqualTo(plain.earliest());
                assertThat(marked.latest()).as(bare + mark).isEqualTo(plain.latest());
            }
        }
    }

    @Test
    void aDayIsWithinEveryVaguerWordForIt() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate day = day();
            Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
            for (String vague : vaguer(day)) {
                UncertainDate date = UncertainDate.parse(vague);
                assertThat(date.earliest().orElseThrow()).as(vague).isBefore(noon);
                assertThat(date.latest().orElseThrow()).as(vague).isAfter(noon);
                assertThat(date.overlaps(UncertainDate.parse(day.toString())))
                        .as(vague + " of " + day)
                        .isTrue();
            }
        }
    }

    @Test
    void anIntervalReachesFromTheFirstOfItsStartToTheLastOfItsEnd() {
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate one = day();
            LocalDate other = day();
            String from = (one.isBefore(other) ? one : other).toString();
            String to = (one.isBefore(other) ? other : one).toString();
            UncertainDate both = UncertainDate.parse(from + "/" + to);
            assertThat(both.earliest()).isEqualTo(UncertainDate.parse(from).earliest());
            assertThat(both.latest()).isEqualTo(UncertainDate.parse(to).latest());
            assertThat(UncertainDate.parse(from + "/..").latest()).isEmpty();
            assertThat(UncertainDate.parse("../" + to).earliest()).isEmpty();
            if (!from.equals(to)) {
                Refusal.assertRefused("edtf-reversed", () -> UncertainDate.parse(to + "/" + from));
            }
        }
    }

    @Test
    void overlappingIsMutual() {
        for (int i = 0; i < ROUNDS; i++) {
            UncertainDate left = UncertainDate.parse(random.nextBoolean() ? point() : interval());
            UncertainDate right = UncertainDate.parse(random.nextBoolean() ? point() : interval());
            assertThat(left.overlaps(right)).as(left + " and " + right).isEqualTo(right.overlaps(left));
            assertThat(left.overlaps(left)).isTrue();
        }
    }

    private String point() {
        return bare() + MARKS.get(random.nextInt(MARKS.size()));
    }

    private String bare() {
        LocalDate day = day();
        List<String> all = vaguer(day);
        return random.nextInt(5) == 0
                ? "%04d-2%d".formatted(day.getYear(), 1 + random.nextInt(4))
                : all.get(random.nextInt(all.size()));
    }

    private String interval() {
        LocalDate start = day();
        LocalDate end = start.plusDays(random.nextInt(4000));
        return switch (random.nextInt(4)) {
            case 0 -> start + "/..";
            case 1 -> "../" + end;
            case 2 -> start + "/";
            default -> start + MARKS.get(random.nextInt(MARKS.size())) + "/" + end;
        };
    }

    private LocalDate day() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
    }

    /** The day itself and all that can be said of it with less. */
    private static List<String> vaguer(LocalDate day) {
        String text = day.toString();
        return List.of(
                text,
                text.substring(0, 7),
                text.substring(0, 4),
                text.substring(0, 3) + "X",
                text.substring(0, 2) + "XX",
                text.substring(0, 7) + "-XX",
                text.substring(0, 4) + "-XX",
                text.substring(0, 4) + "-XX" + text.substring(7),
                text.substring(0, 9) + "X");
    }
}
