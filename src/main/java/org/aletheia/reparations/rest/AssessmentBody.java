package org.aletheia.reparations.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.claim.Assessment;
import org.aletheia.reparations.claim.Assessment.Assessed;
import org.aletheia.reparations.claim.Assessment.Rate;
import org.aletheia.reparations.claim.Money;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as officers write it.
 *
 * @param currency ISO 4217, of the sum
 */
record AssessmentBody(
        @Nullable String currency,
        @Nullable List<AssessedBody> losses,
        @Nullable List<RateBody> rates) {
    /**
     * One loss.
     *
     * @param loss place in the claim's losses, from 0
     */
    record AssessedBody(@Nullable Integer loss, @Nullable MoneyBody amount) {
        @Nullable
        Assessed check(String at, Checks checks) {
            Integer place = checks.required(at + "/loss", loss);
            Money sum = MoneyBody.check(checks, at + "/amount", checks.required(at + "/amount", amount));
            return place == null || sum == null ? null : new Assessed(place, sum);
        }
    }

    /**
     * A rate.
     *
     * @param rate how many of {@code to} one of {@code from} is, in major units: a decimal of at most 12 and 12 digits
     * @param on ISO 8601 day
     */
    record RateBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable String rate,
            @Nullable String on) {
        private static final String FORM = "(?!0+(\\.0+)?$)[0-9]{1,12}(\\.[0-9]{1,12})?";

        @Nullable
        Rate check(String at, Checks checks) {
            String one = currency(checks, at + "/from", from);
            String other = currency(checks, at + "/to", to);
            String factor = checks.required(at + "/rate", rate);
            checks.findings().require(factor == null || factor.matches(FORM), at + "/rate", "rate-form");
            String day = Days.check(checks, at + "/on", checks.required(at + "/on", on));
            return one == null || other == null || factor == null || day == null
                    ? null
                    : new Rate(one, other, factor, day);
        }
    }

    static @Nullable Assessment check(Checks checks, String at, @Nullable AssessmentBody value) {
        return value == null ? null : value.check(checks, at);
    }

    private @Nullable Assessment check(Checks checks, String at) {
        String unit = currency(checks, at + "/currency", currency);
        List<Assessed> found = checks.each(at + "/losses", losses, (pointer, loss) -> loss.check(pointer, checks));
        List<Rate> entered = checks.each(at + "/rates", rates, (pointer, rate) -> rate.check(pointer, checks));
        return unit == null ? null : new Assessment(unit, found, entered);
    }

    /** The assessment as a whole body. */
    Assessment check(Checks checks) {
        Assessment assessment = check(checks, "");
        checks.throwIfAny();
        return sure(assessment);
    }

    private static @Nullable String currency(Checks checks, String at, @Nullable String value) {
        String given = checks.required(at, value);
        return given == null
                ? null
                : checks.findings().parse(at, () -> {
                    Money.digits(given);
                    return given;
                });
    }
}
