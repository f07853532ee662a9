package org.aletheia.platform.http;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells of refusals that are no event of the journal: of tokens, of callers who are not enrolled or ask too often, of what a
 * role does not permit. Lines hold codes and the request's id, nothing that a caller wrote, and are few each second however
 * many are refused: the rest are counted in the next.
 */
@Singleton
final class SecurityLog {
    /** Its own, so that an operator can send these lines elsewhere. */
    static final String CATEGORY = "org.aletheia.security";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int LINES_A_SECOND = 20;

    private final CallBuckets lines = new CallBuckets(LINES_A_SECOND, LINES_A_SECOND, System::nanoTime);
    private final AtomicLong untold = new AtomicLong();

    /** @param bearer whether a token came with the request: who comes without one is a stranger, and no line */
    void refused(ProblemType type, boolean bearer) {
        boolean told =
                switch (type) {
                    case UNAUTHENTICATED -> bearer;
                    case NOT_ENROLLED, FORBIDDEN, TOO_MANY_REQUESTS, BOOTSTRAP_REFUSED, SECOND_PERSON_REQUIRED -> true;
                    default -> false;
                };
        if (!told) {
            return;
        }
        if (lines.take("all") > 0) {
            untold.incrementAndGet();
            return;
        }
        LOG.infof("refused: %s; %d before without a line", type.code(), untold.getAndSet(0));
    }
}
