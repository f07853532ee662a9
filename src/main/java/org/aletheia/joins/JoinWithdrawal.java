package org.aletheia.joins;

import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation takes a record of its own out of a join, whoever made that, or out of all that there are and will be,
 * whether it knows of them or not.
 *
 * @param of the kind of the record
 * @param join null where it is out of all
 * @param reason code of {@code join-end-reason}; for the organisation alone
 * @param withdrawnBy the member who did it
 * @param lifted null while it stands
 */
public record JoinWithdrawal(
        RecordKind of, UUID record, @Nullable UUID join, String reason, UUID withdrawnBy, Join.@Nullable Ended lifted)
        implements RecordContent {
    JoinWithdrawal lifted(Join.Ended end) {
        return new JoinWithdrawal(of, record, join, reason, withdrawnBy, end);
    }

    /** Nothing. */
    @Override
    public void describe(Projection.Builder search) {}
}
