package org.aletheia.joins;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/** Why something does not hold any more, as callers write it. @param reason code of {@code join-end-reason} */
public record EndBody(@Nullable String reason) {
    Join.Ended check(Checks checks, UUID member) {
        String why = checks.code("join-end-reason", "/reason", checks.required("/reason", reason));
        checks.throwIfAny();
        return new Join.Ended(sure(why), member);
    }
}
