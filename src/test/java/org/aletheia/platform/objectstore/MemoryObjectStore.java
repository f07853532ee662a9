package org.aletheia.platform.objectstore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The port in memory, held to the same contract as the real adapter ({@link ObjectStoreContract}). */
public final class MemoryObjectStore implements ObjectStore {
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, PendingUpload> pending = new ConcurrentSkipListMap<>();
    private final AtomicInteger uploads = new AtomicInteger();

    /** The bytes themselves, to be looked at or damaged. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        objects.put(key, bytes.clone());
    }

    @Override
    public void put(String key, Payload payload, String contentType) {
        objects.put(key, Arrays.copyOf(payload.bytes(), payload.length()));
    }

    @Override
    public boolean putOver(Optional<StoredObject> seen, String key, byte[] bytes, String contentType) {
        AtomicBoolean written = new AtomicBoolean();
        objects.compute(key, (same, now) -> {
            boolean unchanged = seen.map(object -> now != null && Arrays.equals(object.bytes(), now))
                    .orElse(now == null);
            written.set(unchanged);
            return unchanged ? bytes.clone() : now;
        });
        return written.get();
    }

    @Override
    public Optional<StoredObject> find(String key, int limit) {
        return objects.containsKey(key) ? Optional.of(new StoredObject(readAll(key, limit), "")) : Optional.empty();
    }

    @Override
    public ObjectWriter write(String key) {
        return new Writer(key);
    }

    @Override
    public InputStream read(String key, long from, long length) {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            throw new ObjectMissingException(Bucket.EVIDENCE);
        }
        int start = (int) Math.min(from, bytes.length);
        return new ByteArrayInputStream(bytes, start, (int) Math.min(length, bytes.length - start));
    }

    @Override
    public byte[] readAll(String key, int limit) {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            throw new ObjectMissingException(Bucket.EVIDENCE);
        }
        if (bytes.length > limit) {
            throw new IllegalStateException("longer than " + limit);
        }
        return bytes.clone();
    }

    @Override
    public Optional<ObjectSummary> stat(String key) {
        return Optional.ofNullable(objects.get(key)).map(bytes -> new ObjectSummary(key, bytes.length, Instant.now()));
    }

    @Override
    public void list(String prefix, Consumer<ObjectSummary> each) {
        List.copyOf(objects.keySet()).stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> stat(key).ifPresent(each));
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public void listPending(String prefix, Consumer<PendingUpload> each) {
        List.copyOf(pending.values()).stream()
                .filter(upload -> upload.key().startsWith(prefix))
                .forEach(each);
    }

    @Override
    public void abort(PendingUpload upload) {
        pending.remove(upload.id());
    }

    @Override
    public boolean locks() {
        return false;
    }

    @Override
    public void retain(String key, Instant until) {
        throw new UnsupportedOperationException("no Object Lock in memory");
    }

    @Override
    public Optional<Instant> retainedUntil(String key) {
        return Optional.empty();
    }

    @Override
    public void hold(String key, boolean held) {
        throw new UnsupportedOperationException("no Object Lock in memory");
    }

    @Override
    public boolean held(String key) {
        return false;
    }

    private final class Writer implements ObjectWriter {
        private final String key;
        private final String id = Integer.toString(uploads.incrementAndGet());
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        Writer(String key) {
            this.key = key;
        }

        @Override
        public CompletableFuture<Void> part(Payload payload) {
            pending.putIfAbsent(id, new PendingUpload(key, id, Instant.now()));
            return CompletableFuture.runAsync(() -> parts.write(payload.bytes(), 0, payload.length()));
        }

        @Override
        public void commit() {
            if (pending.remove(id) == null) {
                throw new StorageUnavailableException("commit", StorageUnavailableException.Effect.NONE, null);
            }
            objects.put(key, parts.toByteArray());
        }

        @Override
        public void close() {
            pending.remove(id);
        }
    }
}
