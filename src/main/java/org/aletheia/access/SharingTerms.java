package org.aletheia.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.http.Finding;

/** A capability's word on what the terms of a record say of sharing it: conditions of receipt bind who shares, too. */
public interface SharingTerms {
    /**
     * What forbids that the record goes to the organisation today, with pointers into a request to share; empty when
     * nothing does.
     */
    List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee);

    /** Until when, at the latest, others have the record, whoever asks; empty where its terms set no end. */
    default Optional<Instant> until(RecordKind kind, UUID record) {
        return Optional.empty();
    }

    /**
     * What forbids to a member of an organisation what the policy permits them to do with a record that they know of: codes,
     * for those to whom it is explained. Whoever does it asks by itself.
     */
    default List<String> againstUse(RecordName record, AccessIntent intent, UUID organisation) {
        return List.of();
    }

    /**
     * Those of the parts of a record that do not go along with it, although the whole may go; none where what binds a part
     * binds its whole too.
     */
    default Set<UUID> keptBack(RecordKind kind, Collection<UUID> parts, MemberOrganisation grantee) {
        return Set.of();
    }
}
