package org.aletheia.access.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.aletheia.platform.config.Unsafe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TwoPersonsCheckTest {
    @Test
    void nothingIsWrongWithWhatNobodySet() {
        assertThat(check(Rules.DEFAULT)).isEmpty();
    }

    @Test
    void aServerDoesNotStartWithRulesThatOnePersonMeets() {
        Rules weak = Rules.DEFAULT
                .standing(Duration.ofMinutes(59))
                .patience(Duration.ofDays(15))
                .passwordsSuffice();
        assertThat(check(weak)).allMatch(Unsafe::severe);
        assertThat(check(weak))
                .extracting(Unsafe::property)
                .containsExactly(
                        "aletheia.two-persons.standing",
                        "aletheia.two-persons.strong-authentication",
                        "aletheia.two-persons.patience");
    }

    @Test
    void aDemonstrationSaysSoAloud() {
        Rules weak = Rules.DEFAULT.standing(Duration.ZERO).passwordsSuffice().forDemonstration();
        assertThat(check(weak)).hasSize(2).noneMatch(Unsafe::severe);
    }

    @Test
    void whereEveryRequestHasExpiredNoServerStarts() {
        assertThat(check(Rules.DEFAULT.patience(Duration.ZERO).forDemonstration()))
                .singleElement()
                .matches(Unsafe::severe);
    }

    private static List<Unsafe> check(Rules rules) {
        return new TwoPersonsCheck(rules).check();
    }
}
