package org.aletheia.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.retention.KeptContent.LegalHold;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class LockTermsTest {
    private static final Instant RECEIVED = Instant.parse("2026-02-28T10:15:30.987Z");
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00.5Z");

    private final LockTerms terms = new LockTerms(new RetentionConfig() {
        @Override
        public Duration provisionalLock() {
            return Duration.ofDays(100);
        }

        @Override
        public Duration openEndedLock() {
            return Duration.ofDays(1000);
        }

        @Override
        public Duration patrolEvery() {
            throw new AssertionError("no business of terms");
        }
    });

    @ParameterizedTest
    @CsvSource({
        "received,   ten-years,             2027-04-11T00:00:00Z, 2027-03-22T00:00:00Z",
        "in-triage,  until-proceedings-end, 2027-04-11T00:00:00Z, 2027-03-22T00:00:00Z",
        "registered, five-years,            2031-02-28T10:15:30Z, 2031-02-28T10:15:30Z",
        "registered, ten-years,             2036-02-28T10:15:30Z, 2036-02-28T10:15:30Z",
        "registered, until-proceedings-end, 2029-09-27T00:00:00Z, 2029-03-11T00:00:00Z",
        "registered, permanent-archive,     2029-09-27T00:00:00Z, 2029-03-11T00:00:00Z",
        "registered, an-operators-own-rule, 2029-09-27T00:00:00Z, 2029-03-11T00:00:00Z",
        "registered, return-to-sender,      2027-04-11T00:00:00Z, 2027-03-22T00:00:00Z",
    })
    void followsStateAndRule(String state, String rule, Instant until, Instant least) {
        assertThat(terms.due(content(state, rule), NOW)).contains(new LockTerms.Term(until, least));
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemState.class,
            names = {"RETURNED", "NOT_RETAINED"})
    void letsLocksOfWhatIsNotKeptRunOut(ItemState state) {
        assertThat(terms.due(content(state.code(), "permanent-archive"), NOW)).isEmpty();
    }

    @Test
    void asksForNoLockThatWouldLieInThePast() {
        assertThat(terms.due(content("registered", "five-years"), Instant.parse("2031-02-28T10:15:31Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "received,     ten-years,             2029-09-27T00:00:00Z",
        "registered,   five-years,            2031-02-28T10:15:30Z",
        "registered,   ten-years,             2036-02-28T10:15:30Z",
        "returned,     until-proceedings-end, 2029-09-27T00:00:00Z",
        "not-retained, five-years,            2029-09-27T00:00:00Z",
    })
    void aHoldBeatsStateAndRule(String state, String rule, Instant until) {
        assertThat(terms.due(content(state, rule, LegalHold.STANDING), NOW).map(LockTerms.Term::until))
                .contains(until);
        assertThat(terms.due(content(state, rule, LegalHold.LIFTED), NOW))
                .isEqualTo(terms.due(content(state, rule), NOW));
    }

    private static KeptContent content(String state, String rule) {
        return content(state, rule, LegalHold.NEVER);
    }

    private static KeptContent content(String state, String rule, LegalHold hold) {
        return new KeptContent(new UUID(0, 1), "content/1", ItemState.parse(state), RECEIVED, rule, hold);
    }
}
