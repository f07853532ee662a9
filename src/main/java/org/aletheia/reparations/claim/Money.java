package org.aletheia.reparations.claim;

import java.util.Currency;
import org.aletheia.kernel.MalformedValueException;

/**
 * A sum of money.
 *
 * @param amount in minor units (cents), never negative, at most {@link #MOST}
 * @param currency ISO 4217 alphabetic code
 */
public record Money(long amount, String currency) {
    /** So that sums of a claim stay whole numbers wherever JSON is read. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** @throws MalformedValueException {@code amount-range} or {@code currency} */
    public Money {
        if (amount < 0 || amount > MOST) {
            throw new MalformedValueException("amount-range", "not between 0 and " + MOST);
        }
        digits(currency);
    }

    /**
     * How many digits the minor unit has.
     *
     * @throws MalformedValueException {@code currency}
     */
    public static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("currency", "not a code of ISO 4217");
        }
    }
}
