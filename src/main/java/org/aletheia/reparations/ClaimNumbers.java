package org.aletheia.reparations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.aletheia.evidence.RegistrationPattern;
import org.aletheia.reparations.store.ClaimSeries;

/** The numbers of claims, each given once, for ever. */
@ApplicationScoped
class ClaimNumbers {
    private final ClaimSeries series;
    private final RegistrationPattern pattern;
    private final Clock clock;

    ClaimNumbers(ClaimSeries series, ReparationsConfig config, Clock clock) {
        this.series = series;
        this.pattern = new RegistrationPattern(config.claimNumberPattern());
        this.clock = clock;
    }

    /** The next number, given once the caller's transaction commits. */
    String next() {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return pattern.number(year, series.next(pattern.series(year)));
    }
}
