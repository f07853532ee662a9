package org.aletheia.evidence.rest;

import java.io.IOException;
import java.util.Map;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** An upload whose bytes stopped coming: no fault of the server, and rarely anybody there to hear of it. */
final class Interrupted {
    private Interrupted() {}

    static ProblemException problem(IOException failure) {
        return new ProblemException(ProblemType.UPLOAD_INTERRUPTED, Map.of(), failure);
    }
}
