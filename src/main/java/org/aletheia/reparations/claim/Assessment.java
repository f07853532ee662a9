package org.aletheia.reparations.claim;

import java.util.List;

/**
 * What an officer found the losses to be.
 *
 * @param currency of the sum, ISO 4217
 * @param rates entered by the officer; no other conversion is made
 */
public record Assessment(String currency, List<Assessed> losses, List<Rate> rates) {
    public Assessment {
        losses = List.copyOf(losses);
        rates = List.copyOf(rates);
    }

    /**
     * One loss.
     *
     * @param loss place in the claim's losses, from 0
     */
    public record Assessed(int loss, Money amount) {}

    /**
     * A rate of exchange.
     *
     * @param rate how many of {@code to} one of {@code from} is, in major units, as a decimal
     * @param on its day, ISO 8601
     */
    public record Rate(String from, String to, String rate, String on) {}
}
