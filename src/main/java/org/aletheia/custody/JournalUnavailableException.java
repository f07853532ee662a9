package org.aletheia.custody;

import java.util.Map;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** The journal could not take an event in, so what it would have told of must not happen. Worth repeating later. */
public final class JournalUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, Throwable cause) {
        // The problem in the chain of causes is what the caller of the API is told.
        super(message, new ProblemException(ProblemType.DATABASE_UNAVAILABLE, Map.of(), cause));
    }
}
