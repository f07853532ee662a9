package org.aletheia.access;

import java.util.List;
import java.util.UUID;
import org.aletheia.platform.http.Finding;

/** A capability's word on what the terms of a record say of sharing it: conditions of receipt bind who shares, too. */
public interface SharingTerms {
    /**
     * What forbids that the record goes to the organisation today, with pointers into a request to share; empty when
     * nothing does.
     */
    List<Finding> against(RecordKind kind, UUID record, MemberOrganisation grantee);
}
