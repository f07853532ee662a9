package org.aletheia.reparations.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount was found, line by line.
 *
 * @param rules version of the offset rules
 * @param net what remains
 */
public record Computation(String rules, Money net, List<Line> lines) {
    public Computation {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param what {@code assessed}, {@code converted}, {@code offset}, {@code not-offset}, {@code net} or {@code total}
     * @param head code of {@code loss-head}; null for the total
     * @param settlement code of {@code settlement-kind}, of an offset
     * @param rate of a conversion
     */
    public record Line(
            String what,
            @Nullable String head,
            Money amount,
            @Nullable String settlement,
            Assessment.@Nullable Rate rate) {}
}
