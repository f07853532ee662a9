package org.aletheia.verifier;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.EntryBundleId;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileHasher;
import org.aletheia.transparency.TileId;

/** The leaf hashes of a log's entry bundles in their order, some of them read and hashed ahead by other threads. */
final class BundlesAhead implements AutoCloseable {
    private static final int AHEAD = 32;
    private static final int THREADS = 8;

    /** With entries of any length a bundle can have 16 MiB: one at a time, so that memory stays bounded. */
    private static final int THREADS_FOR_ANY = 1;

    private final LogFiles files;
    private final long size;
    private final ExecutorService threads;
    private final Deque<Future<Leaves>> waiting = new ArrayDeque<>();
    private final ThreadLocal<TileHasher> hasher = ThreadLocal.withInitial(TileHasher::new);
    private long next;

    /**
     * What was found of one bundle.
     *
     * @param hashes of as many entries as the bundle is to have; empty where it is missing or another
     * @param fault what is wrong with it
     */
    record Leaves(EntryBundleId id, Optional<byte[]> hashes, Optional<Finding> fault) {}

    BundlesAhead(LogFiles files, long size) {
        this.files = files;
        this.size = size;
        this.threads = Executors.newFixedThreadPool(
                files.anyEntries() ? THREADS_FOR_ANY : THREADS,
                Thread.ofPlatform().daemon().factory());
    }

    /** The next bundle; empty after the last one. */
    Optional<Leaves> next() throws IOException {
        while (waiting.size() < AHEAD && next * TileId.FULL_WIDTH < size) {
            EntryBundleId id =
                    new EntryBundleId(next, (int) Math.min(size - next * TileId.FULL_WIDTH, TileId.FULL_WIDTH));
            waiting.add(threads.submit(() -> read(id)));
            next++;
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(get(waiting.remove()));
    }

    private static Leaves get(Future<Leaves> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Leaves read(EntryBundleId id) throws IOException {
        Optional<StoredFile> stored =
                StoredFile.find(files, id.path(), new EntryBundleId(id.index(), TileId.FULL_WIDTH).path());
        if (stored.isEmpty()) {
            return new Leaves(id, Optional.empty(), Optional.of(Finding.failed(Check.MISSING, id.path())));
        }
        try {
            byte[] hashes = hasher.get().leafHashes(stored.get().bytes());
            int found = hashes.length / Hash.LENGTH;
            return stored.get().holds(id.width(), found)
                    ? new Leaves(id, Optional.of(hashes), Optional.empty())
                    : faulty(id, " holds " + found + " of " + id.width() + " entries");
        } catch (MalformedValueException e) {
            return faulty(id, ": " + e.getMessage());
        }
    }

    private static Leaves faulty(EntryBundleId id, String why) {
        return new Leaves(id, Optional.empty(), Optional.of(Finding.failed(Check.ENTRIES, id.path() + why)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
