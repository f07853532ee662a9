package org.aletheia.reparations.rest;

import java.util.Locale;
import org.aletheia.reparations.claim.By;
import org.aletheia.reparations.claim.Proceedings;

/** The letters of a claim. */
enum Letter {
    ACKNOWLEDGEMENT,
    DEFICIENCY,
    DECISION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is what it tells of. */
    boolean isThere(Proceedings proceedings) {
        return switch (this) {
            case ACKNOWLEDGEMENT -> proceedings.number() != null;
            case DEFICIENCY -> !proceedings.deficiencies().isEmpty();
            case DECISION -> !proceedings.rulings().isEmpty();
        };
    }

    /** The day of what it tells of. */
    String day(Proceedings proceedings) {
        By by =
                switch (this) {
                    case ACKNOWLEDGEMENT ->
                        proceedings.steps().stream()
                                .filter(step -> step.step().equals("acknowledge"))
                                .findFirst()
                                .orElseThrow()
                                .by();
                    case DEFICIENCY -> proceedings.deficiencies().getLast().by();
                    case DECISION -> proceedings.rulings().getLast().by();
                };
        return by.at().substring(0, 10);
    }
}
