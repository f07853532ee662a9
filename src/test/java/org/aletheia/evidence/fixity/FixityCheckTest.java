package org.aletheia.evidence.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.aletheia.evidence.content.ContentAudit;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.KeyDestroyedException;
import org.aletheia.platform.keys.KeyMissingException;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.MemoryObjectStore;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told where bytes cannot be read: nothing that is not known. */
@Tag("unit")
class FixityCheckTest {
    private final Told told = new Told();
    private final FixityPlan.Claim claim = new FixityPlan.Claim(
            UUID.randomUUID(),
            null,
            FixityRepairTest.Contents.of(1000, Digest.sha256(new byte[1])),
            null,
            false,
            Instant.EPOCH);
    private boolean stopping;

    /** Keeps what the journal would be told. */
    @SuppressWarnings("NullAway")
    private static final class Told extends FixityEvents {
        private final List<String> lines = new ArrayList<>();

        private Told() {
            super(null, null, null);
        }

        @Override
        void checked(FixityPlan.Claim claim, FixityTrigger trigger, FixityResult result) {
            lines.add(trigger.code() + " " + result.outcome().code() + " " + result.finding());
        }

        @Override
        void passed(FixityPlan.Claim claim) {
            lines.add("passed");
        }

        @Override
        void repaired(FixityPlan.Claim claim) {
            lines.add("repaired");
        }
    }

    @Test
    void aStoreThatIsAwayTellsNothingOfAnItem() {
        assertThatThrownBy(() -> check(failing(true), id -> TestKeys.random()))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(told.lines).isEmpty();
    }

    @Test
    void anObjectThatAStoreAtWorkDoesNotGiveIsAWarning() {
        check(failing(false), id -> TestKeys.random());
        assertThat(told.lines).containsExactly("planned warning content-unreadable");
    }

    @Test
    void aMissingObjectIsAFailure() {
        check(new MemoryObjectStore(), id -> TestKeys.random());
        assertThat(told.lines).containsExactly("planned fail content-missing");
    }

    /** A replica without the right key files must not call evidence damaged. */
    @Test
    void aKeyThatIsNotAtHandIsAWarning() {
        check(new MemoryObjectStore(), id -> {
            throw new KeyMissingException("not given to this server");
        });
        assertThat(told.lines).containsExactly("planned warning key-missing");
    }

    @Test
    void aKeyThatWasAlteredIsAFailure() {
        check(new MemoryObjectStore(), id -> {
            throw new BrokenSealException();
        });
        assertThat(told.lines).containsExactly("planned fail key-broken");
    }

    @Test
    void nothingIsToldOfWhatWasDestroyedOnPurpose() {
        check(new MemoryObjectStore(), id -> {
            throw new KeyDestroyedException(Instant.EPOCH);
        });
        assertThat(told.lines).containsExactly("passed");
    }

    /** A read that the server's own stop cuts off looks like damage. */
    @Test
    void aReadThatFailsWhileTheServerStopsShowsNothing() {
        stopping = true;
        assertThatThrownBy(() -> check(failing(false), id -> TestKeys.random()))
                .isInstanceOf(CancellationException.class);
        assertThat(told.lines).isEmpty();
    }

    private void check(ObjectStore store, Function<UUID, UnitKey> keys) {
        try (ContentAudit audit = new ContentAudit(store, 0)) {
            FixityReading reading = new FixityReading(store, keys, audit);
            new FixityCheck(reading, new FixityRepair(store, Optional.empty(), audit), told, () -> stopping).run(claim);
        }
    }

    /** @param away whether the store answers nothing at all, or only does not give objects */
    private static ObjectStore failing(boolean away) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    if (away || method.getName().equals("read")) {
                        throw new StorageUnavailableException("GetObject", Effect.NONE, null);
                    }
                    return Optional.empty();
                });
    }
}
