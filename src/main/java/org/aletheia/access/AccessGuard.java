package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.store.ClosureStore;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * What capabilities ask before they do anything with a record. A refusal and an absent record look the same to the
 * caller and cost the same: one share look-up, one of closures and one journalled denial, durable before the answer.
 */
@ApplicationScoped
public class AccessGuard {
    private final CurrentPrincipal current;
    private final Acting acting;
    private final AccessPolicy policy;
    private final LiveShares shares;
    private final ClosureStore closures;
    private final DueObligations due;
    private final Journal journal;

    AccessGuard(
            CurrentPrincipal current,
            Acting acting,
            AccessPolicy policy,
            LiveShares shares,
            ClosureStore closures,
            DueObligations due,
            Journal journal) {
        this.current = current;
        this.acting = acting;
        this.policy = policy;
        this.shares = shares;
        this.closures = closures;
        this.due = due;
        this.journal = journal;
    }

    /** The caller. */
    public Principal principal() {
        return current.require();
    }

    /**
     * Requires that the caller is a person: what two decide no program asks or decides.
     *
     * @throws ProblemException {@code forbidden}
     */
    public Principal requirePerson() {
        return require(!current.require().isService());
    }

    /** Whether the caller's organisation is frozen: then they are answered nothing but who they are. */
    public boolean frozen() {
        return current.frozen();
    }

    /** The caller as events name them. */
    public Actor actor() {
        return acting.actor();
    }

    /** An event of the caller about one record, with the purpose that the request states or that follows from the role. */
    public EventDraft.Builder event(EventType type, RecordKind kind, UUID id) {
        return acting.event(type, new Subject(kind.code(), id));
    }

    /** An event of the caller about the records of a list or search. */
    public EventDraft.Builder listEvent(EventType type, List<Subject> subjects) {
        return acting.event(type, subjects);
    }

    /**
     * Tells the journal of a use, and returns once that is durable: to be called before anything leaves. What was permitted in
     * this request so far counts as logged by it.
     */
    public void tellUse(EventDraft event) {
        journal.appendRead(event);
        due.usesTold();
    }

    /**
     * Requires that the caller may create records of the kind for their own organisation.
     *
     * @throws ProblemException {@code forbidden}: the kind's existence is no secret
     */
    public Principal requireCreate(RecordKind kind) {
        return require(policy.mayCreate(current.require(), kind));
    }

    /**
     * Requires that the caller hands records of the kind in.
     *
     * @throws ProblemException {@code forbidden}: the kind's existence is no secret
     */
    public Principal requireHandingIn(RecordKind kind) {
        return require(policy.handsIn(current.require(), kind));
    }

    /**
     * Requires that the caller may read the register of all that their organisation holds.
     *
     * @throws ProblemException {@code not-found}: to others there is no such thing
     */
    public Principal requireRegister() {
        Principal caller = current.require();
        if (!policy.mayReadRegister(caller)) {
            throw denied(RecordKind.MEMBER_ORGANISATION, caller.organisation(), Set.of(DenialReason.ROLE));
        }
        return caller;
    }

    /** Whether the caller sees who hands in for whom, their organisation being one of the two, and the receipts of it. */
    public boolean seesHandingIn() {
        return policy.seesHandingIn(current.require());
    }

    /** Whether the caller oversees the confined records of the kind that their organisation owns. */
    public boolean oversees(RecordKind kind) {
        return policy.oversees(current.require(), kind);
    }

    /**
     * Requires that the caller may administer members and configuration.
     *
     * @throws ProblemException {@code forbidden}
     */
    public Principal requireAdministrator() {
        return require(policy.mayAdminister(current.require()));
    }

    /**
     * Requires that the caller may do this with this record. What is owed for it is due in this request.
     *
     * @throws ProblemException {@code not-found}, exactly as for a record that does not exist
     */
    public void check(AccessIntent intent, ProtectedRecord record) {
        Principal caller = current.require();
        switch (decide(caller, intent, record)) {
            case Decision.Permit permit -> due.owe(intent, record, permit.obligations());
            case Decision.Deny deny -> throw refused(caller, record, deny);
        }
    }

    private ProblemException refused(Principal caller, ProtectedRecord record, Decision.Deny deny) {
        if (caller.organisation().equals(record.ownerOrg())) {
            // A refusal costs one look-up, whoever the record belongs to; what is permitted need not.
            shares.of(record.kind(), record.id(), caller.organisation());
        }
        if (record.closuresKnown()) {
            closures.inForce(record.kind(), record.id()); // as for one that does not exist
        }
        return denied(record.kind(), record.id(), deny.reasons());
    }

    /** Whether {@link #check} would pass; tells the journal nothing. */
    public boolean permits(AccessIntent intent, ProtectedRecord record) {
        return decide(current.require(), intent, record) instanceof Decision.Permit;
    }

    private Decision decide(Principal caller, AccessIntent intent, ProtectedRecord record) {
        boolean own = record.ownerOrg().equals(caller.organisation());
        Sharing shared = own ? Sharing.NONE : shares.of(record.kind(), record.id(), caller.organisation());
        return policy.decide(caller, intent, withClosures(record), shared);
    }

    private ProtectedRecord withClosures(ProtectedRecord record) {
        return record.closuresKnown() ? record : record.closedBy(closures.inForce(record.kind(), record.id()));
    }

    /**
     * From when on the caller may see what the record said: always where their organisation owns it, else from when it
     * was shared. What was put right before it was shared stays with its owner.
     *
     * @throws ProblemException {@code not-found} where it is not shared any more
     */
    public Instant seenSince(ProtectedRecord record) {
        UUID organisation = current.require().organisation();
        return record.ownerOrg().equals(organisation)
                ? Instant.EPOCH
                : shares.since(record.kind(), record.id(), organisation)
                        .orElseThrow(() -> absent(record.kind(), record.id()));
    }

    /** The refusal of a record that does not exist or that row-level security hides: to be thrown by the caller. */
    public ProblemException absent(RecordKind kind, UUID id) {
        shares.of(kind, id, current.require().organisation());
        closures.inForce(kind, id);
        return denied(kind, id, Set.of(DenialReason.ABSENT));
    }

    /** Which records of the kind the caller may list. */
    public RecordFilter filter(RecordKind kind) {
        return policy.filter(current.require(), kind);
    }

    /** Whether the caller may read the content of whatever record of the kind they may list, own or shared. */
    public boolean readsContentOfListed(RecordKind kind) {
        return policy.readsContentOfListed(current.require(), kind);
    }

    /** Whether claim narratives without consent to prosecution are among what the caller may see. */
    public boolean readsClaimNarratives() {
        return policy.readsClaimNarratives(current.require());
    }

    private Principal require(boolean permitted) {
        if (!permitted) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return current.require();
    }

    private ProblemException denied(RecordKind kind, UUID id, Set<DenialReason> reasons) {
        String codes = reasons.stream().map(DenialReason::code).sorted().collect(Collectors.joining(","));
        journal.appendRead(event(EventTypes.DENIED, kind, id).reason(codes).build());
        return new ProblemException(ProblemType.NOT_FOUND);
    }
}
