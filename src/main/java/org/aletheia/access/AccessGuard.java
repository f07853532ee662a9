package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/**
 * What capabilities ask before they do anything with a record. A refusal and an absent record look the same to the
 * caller and cost the same: one share look-up and one journalled denial.
 */
@ApplicationScoped
public class AccessGuard {
    private final CurrentPrincipal current;
    private final AccessPolicy policy;
    private final LiveShares shares;

    AccessGuard(CurrentPrincipal current, AccessPolicy policy, LiveShares shares) {
        this.current = current;
        this.policy = policy;
        this.shares = shares;
    }

    /** The caller. */
    public Principal principal() {
        return current.require();
    }

    /**
     * Requires that the caller may create records of the kind for their own organisation.
     *
     * @throws ProblemException {@code forbidden}: the kind's existence is no secret
     */
    public Principal requireCreate(RecordKind kind) {
        Principal caller = current.require();
        if (!policy.mayCreate(caller, kind)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return caller;
    }

    /**
     * Requires that the caller may administer members and configuration.
     *
     * @throws ProblemException {@code forbidden}
     */
    public Principal requireAdministrator() {
        Principal caller = current.require();
        if (!policy.mayAdminister(caller)) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        return caller;
    }

    /**
     * Requires that the caller may do this with this record.
     *
     * @throws ProblemException {@code not-found}, exactly as for a record that does not exist
     */
    public void check(AccessIntent intent, ProtectedRecord record) {
        Principal caller = current.require();
        boolean shared = shares.isShared(record.kind(), record.id(), caller.organisation());
        if (policy.decide(caller, intent, record, shared) instanceof Decision.Deny deny) {
            throw denied(record.kind(), record.id(), deny.reasons());
        }
    }

    /** The refusal of a record that does not exist or that row-level security hides: to be thrown by the caller. */
    public ProblemException absent(RecordKind kind, UUID id) {
        Principal caller = current.require();
        shares.isShared(kind, id, caller.organisation());
        return denied(kind, id, Set.of(DenialReason.ABSENT));
    }

    /** Which records of the kind the caller may list. */
    public RecordFilter filter(RecordKind kind) {
        return policy.filter(current.require(), kind);
    }

    private ProblemException denied(RecordKind kind, UUID id, Set<DenialReason> reasons) {
        return new ProblemException(ProblemType.NOT_FOUND);
    }
}
