package org.aletheia.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aletheia.evidence.ItemState;
import org.aletheia.evidence.retention.KeptContent.LegalHold;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One object that the store cannot lock must not keep the others from being locked. */
@Tag("unit")
class ContentLocksTest {
    private final List<UUID> items =
            IntStream.range(0, 1200).mapToObj(i -> new UUID(1, i)).toList();
    private final Set<String> failing = new HashSet<>();
    private final List<String> locked = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<String> held = new HashSet<>();
    private LegalHold hold = LegalHold.NEVER;
    private boolean away;

    @Test
    void thePatrolGoesOnBehindAnObjectThatFailsAndTellsAtTheEnd() {
        failing.add(items.get(3).toString());
        failing.add(items.get(700).toString());
        ContentLocks locks = locks();
        assertThatThrownBy(locks::patrol).isInstanceOf(StorageUnavailableException.class);
        assertThat(locked).hasSize(items.size() - 2).contains(items.getLast().toString());
        assertThat(figure()).isEqualTo(2);

        failing.clear();
        assertThat(locks.patrol()).isEqualTo(items.size());
        assertThat(figure()).isZero();
    }

    @Test
    void aStoreThatIsAwayEndsThePatrolAtOnce() {
        failing.add(items.get(3).toString());
        away = true;
        assertThatThrownBy(() -> locks().patrol()).isInstanceOf(StorageUnavailableException.class);
        assertThat(locked).hasSize(3);
    }

    @Test
    void whatFailsShowsInHealth() {
        ContentLocks locks = locks();
        assertThat(new LocksHealth(locks).call().getStatus()).isEqualTo(Status.UP);
        failing.add(items.get(3).toString());
        assertThatThrownBy(locks::patrol).isInstanceOf(StorageUnavailableException.class);
        assertThat(new LocksHealth(locks).call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void holdsAreSetAndLiftedInTheStore() {
        ContentLocks locks = locks();
        hold = LegalHold.STANDING;
        locks.patrol();
        assertThat(held).hasSameSizeAs(items);
        hold = LegalHold.LIFTED;
        locks.patrol();
        assertThat(held).isEmpty();
    }

    private double figure() {
        return meters.get("aletheia.content.lock.failing").gauge().value();
    }

    private ContentLocks locks() {
        return new ContentLocks(new Items(), bucket -> store(), new Settings(), Clock.systemUTC(), meters);
    }

    private ObjectStore store() {
        return (ObjectStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "locks" -> true;
                    case "stat" -> present(away);
                    case "ensureHeld" -> (boolean) given[1] ? held.add((String) given[0]) : held.remove(given[0]);
                    case "retainAtLeast" -> lock((String) given[0]);
                    default -> throw new InvocationTargetException(null, method.getName());
                });
    }

    private static Optional<?> present(boolean away) {
        if (away) {
            throw new StorageUnavailableException("HeadObject", Effect.NONE, null);
        }
        return Optional.empty();
    }

    private boolean lock(String key) {
        if (failing.contains(key)) {
            throw new StorageUnavailableException("PutObjectRetention", Effect.UNKNOWN, null);
        }
        return locked.add(key);
    }

    private final class Items implements KeptContents {
        @Override
        public List<UUID> idsAfter(@Nullable UUID after, int limit) {
            int from = after == null ? 0 : items.indexOf(after) + 1;
            return items.subList(from, Math.min(from + limit, items.size()));
        }

        @Override
        public List<KeptContent> kept(Collection<UUID> ids) {
            return ids.stream()
                    .map(id -> new KeptContent(
                            id, id.toString(), ItemState.RECEIVED, Instant.now(), "until-proceedings-end", hold))
                    .toList();
        }
    }

    private static final class Settings implements RetentionConfig {
        @Override
        public Duration provisionalLock() {
            return Duration.ofDays(90);
        }

        @Override
        public Duration openEndedLock() {
            return Duration.ofDays(1827);
        }

        @Override
        public Duration patrolEvery() {
            return Duration.ofDays(1);
        }
    }
}
