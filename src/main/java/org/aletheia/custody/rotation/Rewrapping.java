package org.aletheia.custody.rotation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.log.Worker;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.platform.keys.KeysConfig;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.keys.WrappingKey;
import org.aletheia.platform.keys.WrappingKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wraps anew what older key-encryption keys wrap, on each server that runs, beside its requests. A rotation that was interrupted
 * goes on by the same steps; of several servers at the same unit key one succeeds, and nothing is lost by the other.
 */
@ApplicationScoped
public class Rewrapping {
    private static final Logger LOG = Logger.getLogger(Rewrapping.class);

    private final WrappingKeys wrapping;
    private final UnitKeys keys;
    private final Rotations rotations;
    private final KeysConfig config;
    private final boolean enabled;
    private volatile List<UUID> broken = List.of();
    private @Nullable Worker worker;

    Rewrapping(
            WrappingKeys wrapping,
            UnitKeys keys,
            FileKeyEncryptionKeys held,
            DataSource database,
            KeysConfig config,
            Clock clock,
            @ConfigProperty(name = "aletheia.followers.enabled", defaultValue = "true") boolean enabled) {
        this.wrapping = wrapping;
        this.keys = keys;
        this.rotations = new Rotations(database, held, Ids.source(), clock);
        this.config = config;
        this.enabled = enabled;
    }

    /** After the first key is named and taken into use. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (enabled) {
            worker = new Worker("re-wrapping", this::round, config.copyEvery());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (worker != null) {
            worker.close();
        }
    }

    /**
     * One round. An older key that is not retired is looked after for good: an upload that was long under way, or a server that
     * had not heard of the rotation, may have wrapped with it.
     *
     * @return whether to look at once whether it is complete
     */
    boolean round() {
        List<WrappingKey> known = wrapping.follow();
        List<String> older = known.stream()
                .limit(known.size() - 1L)
                .filter(WrappingKey::opens)
                .map(WrappingKey::name)
                .toList();
        if (older.isEmpty()) {
            return false;
        }
        UnitKeys.Rewrapped round = keys.rewrap(older);
        tell(round);
        WrappingKey newest = known.getLast();
        if (newest.completeAt() == null && round.done() == 0 && round.broken().isEmpty()) {
            keys.sealTombstonesAnew();
            if (rotations.complete(newest, older)) {
                LOG.infof("every unit key is wrapped with the key-encryption key %s", newest.name());
            }
        }
        return newest.completeAt() == null && round.done() > 0;
    }

    /** Unit keys that do not open under the key that wraps them; none of them can be wrapped anew. */
    List<UUID> broken() {
        return broken;
    }

    private void tell(UnitKeys.Rewrapped round) {
        if (round.done() > 0) {
            LOG.infof("%d unit keys were wrapped anew", round.done());
        }
        if (!round.broken().isEmpty() && !round.broken().equals(broken)) {
            LOG.errorf(
                    "unit keys do not open under the key-encryption key that they name, which cannot be retired: %s",
                    round.broken());
        }
        broken = round.broken();
    }
}
