package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StandingTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(1);
    private static final Instant LATE = NOW.plusSeconds(60);

    @Test
    void anEndHoldsFromItsVeryInstantOn() {
        Standing standing = standing(new Ends(null, Map.of(Role.COUNSEL, NOW), SOON, Map.of("north", LATE)));
        assertThat(standing.at(NOW.minusNanos(1)).roles()).containsExactlyInAnyOrder(Role.COUNSEL, Role.AUDITOR);
        assertThat(standing.at(NOW).roles()).containsExactly(Role.AUDITOR);
        assertThat(standing.at(NOW).clearance()).isEqualTo(Classification.RED);
        assertThat(standing.at(SOON).clearance()).isEqualTo(Classification.CLEAR);
        assertThat(standing.at(SOON).compartments()).containsExactly("north");
        assertThat(standing.at(LATE).compartments()).isEmpty();
        assertThat(standing.over(LATE)).isFalse();
    }

    @Test
    void nothingOutlastsTheMembership() {
        Standing standing = standing(new Ends(NOW, Map.of(Role.COUNSEL, LATE), LATE, Map.of()));
        assertThat(standing.over(NOW)).isTrue();
        assertThat(standing.at(NOW).roles()).isEmpty();
        assertThat(standing.at(NOW).compartments()).isEmpty();
        assertThat(standing.at(NOW).clearance()).isEqualTo(Classification.CLEAR);
    }

    @Test
    void longerIsWiderAndShorterIsNot() {
        for (Each each : new Each[] {
            end -> new Ends(end, Map.of(), null, Map.of()),
            end -> new Ends(null, end == null ? Map.of() : Map.of(Role.COUNSEL, end), null, Map.of()),
            end -> new Ends(null, Map.of(), end, Map.of()),
            end -> new Ends(null, Map.of(), null, end == null ? Map.of() : Map.of("north", end))
        }) {
            Standing soon = standing(each.ending(SOON));
            Standing late = standing(each.ending(LATE));
            Standing never = standing(each.ending(null));
            assertThat(late.widerThan(soon)).isTrue();
            assertThat(never.widerThan(late)).isTrue();
            assertThat(soon.widerThan(late)).isFalse();
            assertThat(late.widerThan(never)).isFalse();
            assertThat(late.widerThan(late)).isFalse();
        }
    }

    @Test
    void whatTwoDecideAboutKeepsItsEnds() {
        Ends ends = new Ends(LATE, Map.of(Role.COUNSEL, NOW), SOON, Map.of("north", LATE));
        assertThat(Standings.readEnds(Standings.codes(standing(ends)).get("ends")))
                .isEqualTo(ends);
        assertThat(Standings.readEnds(Standings.codes(standing(Ends.NEVER)).get("ends")))
                .isEqualTo(Ends.NEVER);
    }

    private static Standing standing(Ends ends) {
        return new Standing(Set.of(Role.COUNSEL, Role.AUDITOR), Classification.RED, Set.of("north"), ends, null);
    }

    private interface Each {
        Ends ending(@Nullable Instant end);
    }
}
