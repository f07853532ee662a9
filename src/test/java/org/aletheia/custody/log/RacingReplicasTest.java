package org.aletheia.custody.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aletheia.custody.Subject;
import org.aletheia.custody.store.Transactions;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas against one database and one bucket, colliding as they please, with and without failures on top. */
@Tag("it")
class RacingReplicasTest {
    private static final int WRITERS = 3;
    private static final int EVENTS_OF_ONE = 400;

    private final AtomicBoolean done = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neitherForksNorLosesEvents(boolean failures) throws Exception {
        try (LogFixture log = new LogFixture();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Subject> subjects = LogFixture.subjects(5);
            List<Future<List<UUID>>> writers = new ArrayList<>();
            List<Future<Void>> replicas = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> write(log, subjects)));
                replicas.add(threads.submit(replica(log, failures, i)));
            }
            List<UUID> events = new ArrayList<>();
            for (Future<List<UUID>> writer : writers) {
                events.addAll(writer.get());
            }
            done.set(true);
            for (Future<Void> replica : replicas) {
                replica.get();
            }
            log.settle();
            WholeLog.verify(log, events);
        }
    }

    private static List<UUID> write(LogFixture log, List<Subject> subjects) {
        List<UUID> events = new ArrayList<>();
        while (events.size() < EVENTS_OF_ONE) {
            events.addAll(log.append(subjects, 4));
        }
        return events;
    }

    /** Sequences and publishes without regard to others; each few effects one fails, in either form. */
    private Callable<Void> replica(LogFixture log, boolean failures, int seed) {
        return () -> {
            Random random = new Random(seed);
            while (!done.get()) {
                Faults.Mode mode = Faults.Mode.values()[random.nextInt(2)];
                Faults faults = new Faults(failures ? random.nextInt(8) : -1, mode);
                Transactions database = new Transactions(faults.on(log.asFollower()));
                Sequencer sequencer = new Sequencer(database, 1 + random.nextInt(50), false, size -> true);
                Publisher publisher = log.publisher(faults.on(log.asFollower()), faults.on(log.bucket()), log.keys());
                try {
                    while (!done.get()) {
                        sequencer.run();
                        publisher.run();
                    }
                } catch (LostRaceException | DatabaseFailure | StorageUnavailableException e) {
                    // what a worker answers with another try
                }
            }
            return null;
        };
    }
}
