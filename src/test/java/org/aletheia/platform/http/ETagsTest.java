package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ETagsTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", " * "})
    void anUpdateMustNameItsRevision(@Nullable String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r2\"", "W/\"r3\"", "r3", "\"r33\"", "\"R3\"", "\"r2\", \"r4\""})
    void anotherRevisionIsRefused(String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemType.PRECONDITION_FAILED);
    }

    @Test
    void theCurrentRevisionPassesAlsoAmongOthers() {
        assertThatCode(() -> ETags.requireMatch(ETags.of(3), 3)).doesNotThrowAnyException();
        assertThatCode(() -> ETags.requireMatch("\"r1\", \"r3\"", 3)).doesNotThrowAnyException();
    }

    private static ProblemType refusal(@Nullable String ifMatch) {
        return catchThrowableOfType(ProblemException.class, () -> ETags.requireMatch(ifMatch, 3))
                .type();
    }
}
