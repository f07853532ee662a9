package org.aletheia.reparations.rest;

import java.math.BigDecimal;
import org.aletheia.evidence.record.Checks;
import org.aletheia.reparations.claim.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money as callers write it.
 *
 * @param amount whole minor units
 * @param currency ISO 4217
 */
record MoneyBody(@Nullable BigDecimal amount, @Nullable String currency) {
    static @Nullable Money check(Checks checks, String at, @Nullable MoneyBody value) {
        return value == null ? null : value.check(checks, at);
    }

    private @Nullable Money check(Checks checks, String at) {
        BigDecimal sum = checks.required(at + "/amount", amount);
        String unit = checks.required(at + "/currency", currency);
        if (sum == null || unit == null) {
            return null;
        }
        boolean whole = sum.stripTrailingZeros().scale() <= 0 && (long) sum.precision() - sum.scale() <= 18;
        if (!checks.findings().require(whole, at + "/amount", "amount-whole")) {
            return null;
        }
        return checks.findings().parse(at, () -> new Money(sum.longValueExact(), unit));
    }
}
