package org.aletheia.evidence.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * How long an item's bytes are to be locked.
 *
 * <p>A rule that names an end locks to that end at once. Where the end is open, the lock rolls: it reaches some time ahead
 * and is renewed when a fifth of that is used up, so that it ends by itself some time after the material is no longer kept.
 */
final class LockTerms {
    private static final String RETURN_TO_SENDER = "return-to-sender";
    private static final Map<String, Period> DATED =
            Map.of("five-years", Period.ofYears(5), "ten-years", Period.ofYears(10));

    private final RetentionConfig config;

    LockTerms(RetentionConfig config) {
        this.config = config;
    }

    /**
     * What a lock has to be.
     *
     * @param until whole seconds: stores keep no fractions
     * @param least an existing lock that reaches to here needs no change
     */
    record Term(Instant until, Instant least) {}

    /** The lock that is due now; empty where the bytes need none any more. */
    Optional<Term> due(KeptContent content, Instant now) {
        if (content.hold() == KeptContent.LegalHold.STANDING) {
            return Optional.of(held(content, now));
        }
        return released(content, now);
    }

    /** Hold beats retention: neither a state nor a term that is over ends the lock of what is held. */
    private Term held(KeptContent content, Instant now) {
        Term least = rolling(now, config.openEndedLock());
        return released(content, now)
                .filter(term -> term.until().isAfter(least.until()))
                .orElse(least);
    }

    private Optional<Term> released(KeptContent content, Instant now) {
        return switch (content.state()) {
            case RECEIVED, IN_TRIAGE -> Optional.of(rolling(now, config.provisionalLock()));
            case REGISTERED -> registered(content, now);
            case RETURNED, NOT_RETAINED -> Optional.empty();
        };
    }

    private Optional<Term> registered(KeptContent content, Instant now) {
        Period period = DATED.get(content.rule());
        if (period != null) {
            Instant end =
                    content.receivedAt().atOffset(ZoneOffset.UTC).plus(period).toInstant();
            Instant until = end.truncatedTo(ChronoUnit.SECONDS);
            return until.isAfter(now) ? Optional.of(new Term(until, until)) : Optional.empty();
        }
        boolean returnable = content.rule().equals(RETURN_TO_SENDER);
        return Optional.of(rolling(now, returnable ? config.provisionalLock() : config.openEndedLock()));
    }

    private static Term rolling(Instant now, Duration length) {
        Instant until = now.plus(length).truncatedTo(ChronoUnit.SECONDS);
        return new Term(until, until.minus(length.dividedBy(5)));
    }
}
