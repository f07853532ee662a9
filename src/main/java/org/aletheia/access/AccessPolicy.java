package org.aletheia.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that decides. Pure: no framework, no clock, no database. Everything not granted is denied; the same
 * rules answer for one record ({@link #decide}) and for a list ({@link #filter}).
 */
public final class AccessPolicy {
    /** Bytes and texts of a record, and what is made of them. */
    static final String CONTENT = "content";

    private static final Set<AccessIntent> WITHOUT_CONTENT =
            EnumSet.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.READ_CUSTODY);
    private static final Set<AccessIntent> LOGGED = EnumSet.of(
            AccessIntent.LIST,
            AccessIntent.READ,
            AccessIntent.READ_CONTENT,
            AccessIntent.READ_CUSTODY,
            AccessIntent.READ_IDENTITY,
            AccessIntent.READ_REGISTER,
            AccessIntent.EXPORT);

    /**
     * Decides on one record.
     *
     * @param shared how a live share makes the record available to the caller's organisation
     */
    public Decision decide(Principal caller, AccessIntent intent, ProtectedRecord record, Sharing shared) {
        Set<DenialReason> reasons = EnumSet.noneOf(DenialReason.class);
        boolean own = record.ownerOrg().equals(caller.organisation());
        if (!own && !shared.opensTo(caller.declared())) {
            reasons.add(shared.inForce() ? DenialReason.PURPOSE : DenialReason.ORGANISATION);
        }
        if (!grantedByRole(caller.roles(), intent, record.kind(), own)
                && !(own && grantedByClosure(caller, intent, record))) {
            boolean otherwise = grantedByRole(caller.setAside(), intent, record.kind(), own);
            reasons.add(otherwise ? DenialReason.PURPOSE : DenialReason.ROLE);
        }
        if (!caller.inScope(intent, record.kind())) {
            reasons.add(DenialReason.SCOPE);
        }
        if (closed(caller, intent, record, own)) {
            reasons.add(DenialReason.CLOSED);
        }
        if (!caller.clearance().covers(record.classification())) {
            reasons.add(DenialReason.CLEARANCE);
        }
        // A compartment is a group within one organisation: another's of the same name says nothing.
        Set<String> admitted = own ? caller.compartments() : Set.of();
        if (!admitted.containsAll(record.compartments())) {
            reasons.add(DenialReason.COMPARTMENT);
        }
        if (!belongs(caller, intent, record, own)) {
            reasons.add(DenialReason.MEMBERSHIP);
        }
        return reasons.isEmpty()
                ? new Decision.Permit(obligations(caller, intent, record, shared))
                : new Decision.Deny(reasons);
    }

    private Set<Obligation> obligations(Principal caller, AccessIntent intent, ProtectedRecord record, Sharing shared) {
        Set<Obligation> owed = new HashSet<>();
        // A deposit is not yet evidence, and is shown to who opened it alone.
        if (LOGGED.contains(intent) && record.kind() != RecordKind.DEPOSIT) {
            owed.add(new Obligation.LogUse());
        }
        if (intent == AccessIntent.READ_IDENTITY) {
            owed.add(new Obligation.Watermark());
        }
        if (intent == AccessIntent.READ_CONTENT && record.kind() == RecordKind.ITEM) {
            owed.add(new Obligation.ShowConditions());
        }
        if (WITHOUT_CONTENT.contains(intent)
                && !decide(caller, AccessIntent.READ_CONTENT, record, shared).permitted()) {
            owed.add(new Obligation.RedactFields(Set.of(CONTENT)));
        }
        return owed;
    }

    /** Whether the caller may create records of the kind in their own organisation. */
    public boolean mayCreate(Principal caller, RecordKind kind) {
        return granted(caller, AccessIntent.CREATE, kind, true);
    }

    /**
     * Whether the caller may let another organisation hand in for their own: whoever may share what is handed in, so no
     * program.
     */
    public boolean mayDelegate(Principal caller) {
        return granted(caller, AccessIntent.TRANSMIT, RecordKind.SUBMISSION, true);
    }

    /**
     * Whether the caller hands records of the kind in: in a role in which people hand in, whatever else may be made in others. For
     * whom besides their own organisation, delegations say.
     */
    public boolean handsIn(Principal caller, RecordKind kind) {
        return Delegation.KINDS.contains(kind)
                && grantedByRole(caller.roles(), AccessIntent.CREATE, RecordKind.SUBMISSION, true)
                && mayCreate(caller, kind);
    }

    /**
     * Whether the caller may create records of the kind for an organisation that is not theirs. It is all that a delegation
     * opens: of what they made so they may do what they may do with any other record of that organisation.
     *
     * @param delegated whether a delegation by which that organisation lets the caller's hand in the kind is in force
     */
    public boolean mayHandIn(Principal caller, RecordKind kind, boolean delegated) {
        return delegated && handsIn(caller, kind);
    }

    /** Whether the caller sees who hands in for whom, their organisation being one of the two, and the receipts of it. */
    public boolean seesHandingIn(Principal caller) {
        return granted(caller, AccessIntent.LIST, RecordKind.SUBMISSION, true);
    }

    /** Whether the caller may read the register of all that their organisation holds, closed to them or not. */
    public boolean mayReadRegister(Principal caller) {
        return granted(caller, AccessIntent.READ_REGISTER, RecordKind.ITEM, true);
    }

    /** Whether the caller oversees the confined records of the kind that their organisation owns. */
    public boolean oversees(Principal caller, RecordKind kind) {
        return overseen(caller, AccessIntent.LIST, kind);
    }

    /** Whether the caller may configure members, organisations and the server. */
    public boolean mayAdminister(Principal caller) {
        return granted(caller, AccessIntent.ADMINISTER, RecordKind.MEMBER_ORGANISATION, true);
    }

    /** Which records of the kind the caller may list. */
    public RecordFilter filter(Principal caller, RecordKind kind) {
        boolean open = granted(caller, AccessIntent.LIST, kind, true);
        Set<ClosureGround> closedBy = open ? Set.of() : opening(caller, AccessIntent.LIST, kind);
        boolean own = open || !closedBy.isEmpty();
        boolean shared = granted(caller, AccessIntent.LIST, kind, false);
        if (!own && !shared) {
            return new RecordFilter.Nothing();
        }
        return new RecordFilter.Matching(
                kind,
                own ? caller.organisation() : null,
                shared ? caller.organisation() : null,
                caller.declared(),
                caller.clearance().covered(),
                caller.compartments(),
                caller.member(),
                overseen(caller, AccessIntent.LIST, kind),
                seenThrough(caller),
                closedBy);
    }

    /**
     * The grounds that do not close to the caller what their own organisation owns; every ground closes what is another's.
     * The wall and every filter ask this.
     */
    public Set<ClosureGround> seenThrough(Principal caller) {
        Set<ClosureGround> grounds = EnumSet.of(ClosureGround.CONDITION_OF_RECEIPT); // binds those to whom it goes
        caller.roles().forEach(role -> grounds.addAll(RoleGrants.of(role).through()));
        if (caller.isNamedForAbuseMaterial()) {
            grounds.add(ClosureGround.ABUSE_MATERIAL); // whatever the role: the law, or the body, names persons
        }
        return grounds;
    }

    /**
     * Whether the caller may read the content of whatever record of the kind they may list, own or shared, by their roles or
     * since it is closed.
     */
    public boolean readsContentOfListed(Principal caller, RecordKind kind) {
        return Stream.of(true, false)
                        .allMatch(own -> !granted(caller, AccessIntent.LIST, kind, own)
                                || granted(caller, AccessIntent.READ_CONTENT, kind, own))
                && opening(caller, AccessIntent.READ_CONTENT, kind)
                        .containsAll(opening(caller, AccessIntent.LIST, kind));
    }

    /**
     * Whether claim narratives whose own consent does not open them to prosecution are among what the caller may see. Who
     * inquires or prosecutes does not see them, whatever else they do or declare: a person cannot unknow. The wall and the filter of
     * searches ask this.
     */
    public boolean readsClaimNarratives(Principal caller) {
        return !caller.holds(Role.INVESTIGATOR) && !caller.holds(Role.CASE_TEAM);
    }

    /** Whether the wall shows the caller protection notes at all; which of them, and for what, is decided as for any record. */
    public boolean seesProtectionNotes(Principal caller) {
        return granted(caller, AccessIntent.READ, RecordKind.PROTECTION_NOTE, true);
    }

    /** What is confined to some is for these; who oversees it does so in that role, whatever else they are. */
    private static boolean belongs(Principal caller, AccessIntent intent, ProtectedRecord record, boolean own) {
        return record.confinedTo().isEmpty()
                || record.confinedTo().contains(caller.member())
                || own && overseen(caller, intent, record.kind());
    }

    private static boolean overseen(Principal caller, AccessIntent intent, RecordKind kind) {
        return caller.inScope(intent, kind)
                && caller.has(Role.DISCLOSURE_OFFICER)
                && RoleGrants.of(Role.DISCLOSURE_OFFICER).intents(kind, true).contains(intent);
    }

    private boolean closed(Principal caller, AccessIntent intent, ProtectedRecord record, boolean own) {
        if (record.closures().isEmpty()) {
            return false;
        }
        Set<ClosureGround> through = own ? seenThrough(caller) : Set.of();
        return record.closures().stream()
                .filter(ground -> ground.closes(intent))
                .anyMatch(ground -> !through.contains(ground) || !Precedence.leaves(ground, intent));
    }

    /** What is closed comes before those who rule on it, who see nothing else of its kind. */
    private static boolean grantedByClosure(Principal caller, AccessIntent intent, ProtectedRecord record) {
        return !Collections.disjoint(opening(caller, intent, record.kind()), record.closures());
    }

    private static Set<ClosureGround> opening(Principal caller, AccessIntent intent, RecordKind kind) {
        if (!caller.inScope(intent, kind)) {
            return Set.of();
        }
        return caller.roles().stream()
                .map(RoleGrants::of)
                .filter(grants -> grants.ofClosed(kind).contains(intent))
                .flatMap(grants -> Stream.concat(
                        grants.through().stream(),
                        caller.isNamedForAbuseMaterial() ? Stream.of(ClosureGround.ABUSE_MATERIAL) : Stream.empty()))
                .filter(ClosureGround::closesRecord)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean granted(Principal caller, AccessIntent intent, RecordKind kind, boolean own) {
        return caller.inScope(intent, kind) && grantedByRole(caller.roles(), intent, kind, own);
    }

    private static boolean grantedByRole(Set<Role> roles, AccessIntent intent, RecordKind kind, boolean own) {
        return roles.stream()
                .anyMatch(role -> RoleGrants.of(role).intents(kind, own).contains(intent));
    }
}
