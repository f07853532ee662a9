package org.aletheia.cases;

import java.util.Optional;
import java.util.function.Supplier;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** Reads of which a report leaves out what its reader may not see; each refusal is journalled as any other. */
final class Seen {
    private Seen() {}

    static <T> Optional<T> of(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProblemException e) {
            if (e.type() != ProblemType.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
