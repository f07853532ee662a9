package org.aletheia.custody;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aletheia.custody.log.LogRunner;
import org.aletheia.custody.log.Worker;
import org.aletheia.custody.store.Transactions;

/** Runs every {@link Follower} of the application, each in a thread of its own. */
@ApplicationScoped
public class Followers {
    private final List<Follower> followers;
    private final Transactions database;
    private final FollowersConfig config;
    private final LogRunner log;
    private final List<Running> running = new CopyOnWriteArrayList<>();
    private volatile boolean paused;

    private record Running(FollowerRun run, Worker worker) {}

    Followers(
            @All List<Follower> followers,
            @DataSource("follower") javax.sql.DataSource database,
            FollowersConfig config,
            LogRunner log) {
        this.followers = List.copyOf(followers);
        this.database = new Transactions(database);
        this.config = config;
        this.log = log;
    }

    /** How one follower does. @param failed whether its last try failed; it keeps trying */
    public record State(String name, long lag, boolean failed) {}

    /** All of them, as this replica last saw them. */
    public List<State> states() {
        return running.stream()
                .map(one -> new State(
                        one.run().name(), one.run().lag(), one.worker().failure() != null))
                .toList();
    }

    /** Names of all followers, running or not. */
    public List<String> names() {
        return followers.stream().map(Follower::name).toList();
    }

    /** Events before this follower, as this replica last saw it; 0 where it does not run here. */
    long lag(String name) {
        return states().stream()
                .filter(state -> state.name().equals(name))
                .mapToLong(State::lag)
                .sum();
    }

    /** Lets no follower of this replica begin another batch, until {@link #resume()}. */
    public void pause() {
        paused = true;
    }

    /** Ends a pause. */
    public void resume() {
        paused = false;
        running.forEach(one -> one.worker().wake());
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (Follower follower : followers) {
            FollowerRun run = new FollowerRun(follower, database);
            Worker worker = new Worker("follower-" + follower.name(), () -> !paused && run.step(), config.poll());
            running.add(new Running(run, worker));
        }
        log.onSequenced(() -> running.forEach(one -> one.worker().wake()));
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(one -> one.worker().close());
    }
}
