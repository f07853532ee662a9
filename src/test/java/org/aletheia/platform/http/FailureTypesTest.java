package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.transaction.RollbackException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class FailureTypesTest {
    @Test
    void findsTheReasonOfACommitThatFailedAmongTheSuppressed() {
        RollbackException rollback = new RollbackException("could not commit");
        rollback.addSuppressed(new IllegalStateException(new SQLException("gone", "08006")));
        assertThat(type(new IllegalStateException(rollback))).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
    }

    @Test
    void saysThatTheStoreIsAway() {
        assertThat(type(new IllegalStateException(new StorageUnavailableException("PutObject", Effect.NONE, null))))
                .isEqualTo(ProblemType.STORAGE_UNAVAILABLE);
    }

    /** Where a parser's failure comes from anything but a request's body, the caller can put nothing right. */
    @Test
    void aParsersFailureIsTheCallersInABodyOnly() {
        JsonProcessingException malformed =
                catchThrowableOfType(JsonProcessingException.class, () -> new JsonMapper().readTree("{"));
        JsonProcessingException unfit = catchThrowableOfType(
                JsonProcessingException.class, () -> new JsonMapper().readValue("[]", Foreign.class));
        for (Throwable failure : List.of(malformed, unfit, new UncheckedIOException(malformed))) {
            assertThat(type(failure)).isEqualTo(ProblemType.INTERNAL);
            assertThat(FailureTypes.body(failure)).isPresent();
        }
        assertThat(FailureTypes.body(new IllegalStateException())).isEmpty();
    }

    private record Foreign(String name) {}

    @Test
    void endsWithFailuresThatCauseEachOther() {
        IllegalStateException one = new IllegalStateException();
        IllegalStateException other = new IllegalStateException(one);
        one.addSuppressed(other);
        assertThat(type(one)).isEqualTo(ProblemType.INTERNAL);
    }

    private static ProblemType type(Throwable failure) {
        return FailureTypes.problem(failure, -1).type();
    }
}
