package org.aletheia.local.bench.inside.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that work at once, each in a virtual thread as the server's requests are. */
final class Clients {
    private Clients() {}

    /** What a client does, by its number from 0. */
    @FunctionalInterface
    interface Work {
        void run(int client) throws Exception;
    }

    /** Shares so many turns out to the clients; returns when all are done. */
    static void share(int clients, int turns, Work turn) throws Exception {
        AtomicInteger left = new AtomicInteger(turns);
        together(clients, client -> {
            while (left.getAndDecrement() > 0) {
                turn.run(client);
            }
        });
    }

    /** Runs the work once for each client; returns when all are done. */
    static void together(int clients, Work work) throws Exception {
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            all.add(() -> {
                work.run(client);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }
}
