package org.aletheia.search.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.aletheia.search.elastic.BulkWriter.Write;

/** Gathers writes into requests and sends one while the next is gathered; two are held at most. Not thread-safe. */
final class BulkRequests implements AutoCloseable {
    /** Bounds the heap that one request takes. */
    private static final long MAX_CHARACTERS = 1_500_000;

    private static final int MAX_WRITES = 500;

    private final Consumer<List<Write>> sending;
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private List<Write> gathered = new ArrayList<>();
    private long characters;

    BulkRequests(Consumer<List<Write>> sending) {
        this.sending = sending;
    }

    /** @throws RuntimeException the request before failed */
    void add(Write write) {
        gathered.add(write);
        characters += write.change().characters();
        if (gathered.size() >= MAX_WRITES || characters >= MAX_CHARACTERS) {
            awaitLast();
            List<Write> full = gathered;
            underWay = CompletableFuture.runAsync(
                    () -> sending.accept(full),
                    task -> Thread.ofVirtual().name("search-bulk").start(task));
            gathered = new ArrayList<>();
            characters = 0;
        }
    }

    /** Sends the rest; all is written when it returns. */
    void finish() {
        awaitLast();
        sending.accept(gathered);
    }

    /** Waits for what is under way, however it ends. */
    @Override
    public void close() {
        underWay.exceptionally(failed -> null).join();
    }

    private void awaitLast() {
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
