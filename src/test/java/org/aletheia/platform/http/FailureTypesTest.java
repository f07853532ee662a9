package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
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
