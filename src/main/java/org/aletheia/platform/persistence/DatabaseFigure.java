package org.aletheia.platform.persistence;

import io.micrometer.core.instrument.Gauge;
import java.util.function.Supplier;

/** A figure for Prometheus that the database gives: unknown (NaN) while it cannot be asked, and no error of the scrape. */
public final class DatabaseFigure {
    private DatabaseFigure() {}

    /** The figure, to be given its tags and registered. */
    public static Gauge.Builder<Supplier<Number>> of(String name, String description, Supplier<Number> value) {
        return Gauge.builder(name, () -> orUnknown(value)).description(description);
    }

    private static Number orUnknown(Supplier<Number> value) {
        try {
            return value.get();
        } catch (DatabaseFailure e) {
            return Double.NaN;
        }
    }
}
