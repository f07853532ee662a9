package org.aletheia.incidents;

import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One member's word that the status of a missing person is another now, and what a second member decided about it.
 *
 * @param missingPerson of whom
 * @param before the status when it was proposed
 * @param status the one proposed, code of {@code missing-status}
 * @param date as of when
 * @param basis what it rests on, code of {@code missing-status-basis}
 * @param proposedBy the member who proposed
 * @param decision null while nobody has decided
 */
public record StatusProposal(
        UUID missingPerson,
        String before,
        String status,
        UncertainDate date,
        String basis,
        UUID proposedBy,
        @Nullable Decision decision)
        implements RecordContent {
    /** The set cannot grow without a rule of its own, so it is no code list. */
    public enum Outcome {
        /** By another member: the status changes with it. */
        CONFIRMED,
        /** By another member. */
        REFUSED,
        /** By the member who proposed. */
        WITHDRAWN
    }

    /** @param by the member who decided */
    public record Decision(String outcome, UUID by) {}

    StatusProposal decided(Decision by) {
        return new StatusProposal(missingPerson, before, status, date, basis, proposedBy, by);
    }

    /** Nothing: found through the missing person. */
    @Override
    public void describe(Projection.Builder search) {}
}
