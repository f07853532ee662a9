package org.aletheia.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What people agreed to of what they gave. Whoever hands material on, or uses it for something of its own, asks this first;
 * answers hold until the caller's transaction ends. Consent says nothing of records that were given under none: of these
 * there is no refusal.
 */
public interface ConsentSource {
    /** What stands against handing a record on to that body today; empty where nothing does. */
    default Set<ConsentRefusal> against(RecordKind kind, UUID record, MemberOrganisation body) {
        return against(kind, Set.of(record), body).getOrDefault(record, Set.of());
    }

    /** The same of many records of one kind at once; those against which nothing stands are not in it. */
    Map<UUID, Set<ConsentRefusal>> against(RecordKind kind, Collection<UUID> records, MemberOrganisation body);

    /** What stands against using a record for what a scope of {@code consent-scope} says; empty where nothing does. */
    Set<ConsentRefusal> against(RecordKind kind, UUID record, String scope);

    /** Whether that consent is one of those under which the record was given. */
    boolean governs(UUID consent, RecordKind kind, UUID record);
}
