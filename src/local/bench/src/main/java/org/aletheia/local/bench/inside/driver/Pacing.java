package org.aletheia.local.bench.inside.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Appends events at a steady rate, whether or not the last ones are done, and notes when each was acknowledged. */
final class Pacing {
    private final Appending appending;
    private final Path file;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    /** @param file gets a line for each event: its id, and microseconds of the machine's clock since the epoch */
    Pacing(Appending appending, String file) {
        this.appending = appending;
        this.file = Path.of(file);
    }

    /** Each client has every so many-th turn, and waits for its time. */
    void run(int clients, int events, int aSecond) throws Exception {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        Clients.together(clients, client -> {
            for (int turn = next.getAndIncrement(); turn < events; turn = next.getAndIncrement()) {
                waitUntil(start + (long) (turn * 1e9 / aSecond));
                UUID event = appending.append(1).getFirst().eventId();
                acknowledged.add(event + " " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
            }
        });
        write();
    }

    private void write() throws IOException {
        Files.write(file, List.copyOf(acknowledged));
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
