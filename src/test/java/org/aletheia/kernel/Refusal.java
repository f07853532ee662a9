package org.aletheia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused for the stated reason and no other. */
public final class Refusal {
    private Refusal() {}

    /** The call throws {@link MalformedValueException} with this reason. */
    public static void assertRefused(String reason, ThrowingCallable call) {
        MalformedValueException refusal = catchThrowableOfType(MalformedValueException.class, call);
        assertThat(refusal).as("refusal for %s", reason).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
