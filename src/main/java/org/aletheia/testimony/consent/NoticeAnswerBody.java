package org.aletheia.testimony.consent;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a withdrawal notice.
 *
 * @param answer code of {@code withdrawal-answer}: {@code complied}, {@code partly} or {@code cannot}
 * @param ground code of {@code withdrawal-ground}; required unless it was complied with
 */
public record NoticeAnswerBody(
        @Nullable String answer, @Nullable String ground) {
    private static final String LIST = "withdrawal-answer";

    WithdrawalNotice check(Checks checks, Scopes scopes, WithdrawalNotice before, UUID by) {
        String said = checks.code(LIST, "/answer", checks.required("/answer", answer));
        String why = checks.code("withdrawal-ground", "/ground", ground);
        if (said != null) {
            checks.findings().require(!said.equals(WithdrawalNotice.OPEN), "/answer", "not-an-answer");
            boolean grounded = scopes.says(LIST, said, "ground");
            checks.findings().require(!grounded || ground != null, "/ground", "required");
            checks.findings().require(grounded || ground == null, "/ground", "not-of-answer");
        }
        checks.throwIfAny();
        return before.answered(sure(said), why, by);
    }
}
