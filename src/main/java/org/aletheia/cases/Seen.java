package org.aletheia.cases;

import java.util.Optional;
import java.util.function.Supplier;
import org.aletheia.platform.http.ProblemException;

/** Reads of which a report leaves out what its reader may not see; each refusal is journalled as any other. */
final class Seen {
    private Seen() {}

    static <T> Optional<T> of(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProblemException e) {
            if (!e.tellsAbsence()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
