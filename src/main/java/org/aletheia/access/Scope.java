package org.aletheia.access;

import java.util.EnumSet;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/** One thing that a service may do, as far as its roles permit it: an intent on records of a kind. */
public record Scope(AccessIntent intent, RecordKind kind) {
    private static final Set<AccessIntent> LOOK =
            EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.READ_CONTENT, AccessIntent.READ_CUSTODY);
    private static final Set<AccessIntent> WRITE =
            EnumSet.of(AccessIntent.CREATE, AccessIntent.REVISE, AccessIntent.LINK);

    /** What a program may write: what comes from files and registers, not what somebody decides, attests or agrees to. */
    private static final Set<RecordKind> WRITTEN = EnumSet.of(
            RecordKind.SUBMISSION,
            RecordKind.DEPOSIT,
            RecordKind.ITEM,
            RecordKind.SOURCE,
            RecordKind.INCIDENT,
            RecordKind.ACT,
            RecordKind.INVOLVEMENT,
            RecordKind.INCIDENT_LINK,
            RecordKind.WHEREABOUTS,
            RecordKind.PERSON,
            RecordKind.GROUP,
            RecordKind.UNIT,
            RecordKind.ORGANISATION,
            RecordKind.STATE,
            RecordKind.AFFILIATION,
            RecordKind.VICTIM,
            RecordKind.CAPACITY,
            RecordKind.STATEMENT,
            RecordKind.REPARATION_CLAIM);

    /** Who somebody is, how they are kept safe, and what people decide with each other. */
    private static final Set<RecordKind> PEOPLE_ONLY = EnumSet.of(
            RecordKind.IDENTITY_REVEAL,
            RecordKind.IDENTITY_ERASURE,
            RecordKind.URGENT_REVEAL,
            RecordKind.PRIOR_QUESTION,
            RecordKind.PRIOR_MATCH,
            RecordKind.PROTECTION_NOTE,
            RecordKind.COUNSEL_DECISION,
            RecordKind.DOOR,
            RecordKind.APPROVAL,
            RecordKind.MEMBER_ORGANISATION,
            RecordKind.MEMBER,
            RecordKind.SHARE);

    /** Whether a service may have it at all: no identity, no decision, nothing that lets material leave. */
    public boolean forServices() {
        return LOOK.contains(intent) && !PEOPLE_ONLY.contains(kind) || WRITE.contains(intent) && WRITTEN.contains(kind);
    }

    /** For example {@code read-content:item}. */
    public String code() {
        return intent.code() + ":" + kind.code();
    }

    /** @throws MalformedValueException {@code scope-form}, {@code intent-unknown}, {@code kind-unknown} */
    public static Scope parse(String code) {
        String[] parts = code.split(":", -1);
        if (parts.length != 2) {
            throw new MalformedValueException("scope-form", "not an intent and a kind");
        }
        return new Scope(AccessIntent.parse(parts[0]), RecordKind.parse(parts[1]));
    }
}
