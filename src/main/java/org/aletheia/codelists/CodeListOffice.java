package org.aletheia.codelists;

import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.ProblemException;

/** Who may change lists, and where a change is told; those who know members and the journal provide it. */
public interface CodeListOffice {
    /**
     * The member who calls.
     *
     * @throws ProblemException {@code forbidden} where they are no administrator
     */
    UUID requireAdministrator();

    /**
     * Tells of a change, in the caller's transaction.
     *
     * @param subject what events about the list are about
     * @param digest of the edition's text
     */
    void changed(UUID subject, EditionOutcome outcome, Digest digest);
}
