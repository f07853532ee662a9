package org.aletheia.testimony.consent;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * That a body which has something was told that whoever gave it took back what they had agreed to, and what it answered. It
 * says nothing of the person and of their reasons.
 *
 * @param consent the consent; the body cannot read it
 * @param scopes what was taken back, as {@link ScopeName#code()}; all of it where there is none
 * @param date when the person said so
 * @param records what of it the body got
 * @param recipient the member organisation; null for a party outside, for which the owner answers
 * @param event of the hand-over to a party outside
 * @param state code of {@code withdrawal-answer}
 * @param ground why it cannot be complied with, code of {@code withdrawal-ground}
 * @param answeredBy the member
 */
public record WithdrawalNotice(
        UUID consent,
        List<String> scopes,
        UncertainDate date,
        List<RecordName> records,
        @Nullable UUID recipient,
        @Nullable UUID event,
        String state,
        @Nullable String ground,
        @Nullable UUID answeredBy)
        implements RecordContent {
    /** Before it is answered; code of {@code withdrawal-answer}. */
    public static final String OPEN = "open";

    public WithdrawalNotice {
        scopes = List.copyOf(scopes);
        records = List.copyOf(records);
    }

    WithdrawalNotice answered(String answer, @Nullable String why, UUID by) {
        return new WithdrawalNotice(consent, scopes, date, records, recipient, event, answer, why, by);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
