package org.aletheia.custody;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The revisions of records: canonical bytes with a salt of their own, never changed. */
public interface Revisions {
    /**
     * Appends the next revision, in the caller's transaction.
     *
     * @param basedOn number of the revision that the change is based on, 0 for the first
     * @param content values as {@link org.aletheia.custody.format.CanonicalJson} takes them
     * @param compartments of the record
     * @throws RevisionConflictException where the record has another latest revision
     * @throws org.aletheia.kernel.MalformedValueException reasons {@code json-…}
     * @throws IllegalStateException without an active transaction
     */
    RevisionRef append(
            Subject subject,
            int basedOn,
            Map<String, ? extends @Nullable Object> content,
            UUID ownerOrg,
            String classification,
            Set<String> compartments,
            Actor actor);

    /**
     * Appends revision 1 of new records, in the caller's transaction and one batch.
     *
     * @return in the order of the records
     * @throws RevisionConflictException where one of them has a revision already
     * @throws RuntimeException otherwise as {@link #append}
     */
    List<RevisionRef> appendFirst(List<FirstRevision> firsts, Actor actor);

    /**
     * Revisions of a record that row-level security shows the caller, by number.
     *
     * @param since the one that was in force then, and later ones
     * @param after number of the last one already known, 0 from the start
     * @param limit most revisions
     */
    List<RevisionView> list(Subject subject, Instant since, int after, int limit);
}
