package org.aletheia.evidence.anonymous;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account handed in at once. Nothing of it says who that was.
 *
 * @param id random, so that it does not say when
 * @param ownerOrg the organisation that receives it
 * @param expiresAt when it goes by itself, undecided
 * @param settledAt when it stopped waiting
 * @param reason why it was refused, of the list {@code not-retained-reason}
 * @param settledBy the member who decided
 * @param unitKey under which its files are sealed; destroyed when it waits no more
 */
public record AnonymousDeposit(
        UUID id,
        UUID ownerOrg,
        Instant arrivedAt,
        Instant expiresAt,
        AnonymousState state,
        @Nullable Instant settledAt,
        @Nullable String reason,
        @Nullable UUID settledBy,
        UUID unitKey) {
    /** How it is held: only by those who may see what nobody has looked at. */
    public static final Classification CLASSIFICATION = Classification.AMBER_STRICT;

    /** One that arrives now. */
    static AnonymousDeposit arriving(UUID id, UUID ownerOrg, Instant now, Instant expiresAt, UUID unitKey) {
        return new AnonymousDeposit(id, ownerOrg, now, expiresAt, AnonymousState.WAITING, null, null, null, unitKey);
    }

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        return new ProtectedRecord(RecordKind.ANONYMOUS_DEPOSIT, id, ownerOrg, CLASSIFICATION, Set.of());
    }

    /** Whether a decision is due. */
    public boolean waits() {
        return state == AnonymousState.WAITING;
    }
}
