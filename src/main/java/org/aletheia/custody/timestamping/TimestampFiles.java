package org.aletheia.custody.timestamping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.aletheia.custody.store.TimestampView.Latest;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.transparency.timestamp.TimestampToken;

/**
 * Timestamps in the log bucket, beside the tiles. Those of one size are written once and again only with the same bytes; a
 * list of the last ones is replaced.
 */
public final class TimestampFiles {
    private static final String FOLDER = "timestamps/";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int NOTE_LIMIT = 1 << 20;

    private final ObjectStore bucket;
    private final LongConsumer taken;

    public TimestampFiles(ObjectStore bucket) {
        this(bucket, bytes -> {});
    }

    /** @param taken told how many bytes were read each time, and may hold up whoever read them */
    public TimestampFiles(ObjectStore bucket, LongConsumer taken) {
        this.bucket = bucket;
        this.taken = taken;
    }

    /** Path of a timestamped checkpoint. */
    public static String checkpointPath(long size) {
        return FOLDER + size + "/checkpoint";
    }

    /** Path of an authority's token for it. */
    public static String tokenPath(long size, String authority) {
        return FOLDER + size + "/" + authority + ".tst";
    }

    /** Which were the last ones: a line for each authority, {@code <size> <authority>}. */
    public static String lines(List<Latest> latest) {
        return latest.stream()
                .map(last -> last.size() + " " + last.authority() + "\n")
                .collect(Collectors.joining());
    }

    /** Bytes of a timestamped checkpoint. @throws IllegalStateException where they are longer than any */
    public Optional<byte[]> checkpoint(long size) {
        return read(checkpointPath(size), NOTE_LIMIT);
    }

    /** Bytes of a token. @throws IllegalStateException where they are longer than any */
    public Optional<byte[]> token(long size, String authority) {
        return read(tokenPath(size, authority), TimestampToken.MAX_LENGTH);
    }

    void put(long size, String note) {
        bucket.put(checkpointPath(size), note.getBytes(StandardCharsets.UTF_8), TEXT);
    }

    void put(long size, String authority, byte[] token) {
        bucket.put(tokenPath(size, authority), token, "application/cms");
    }

    void putLatest(List<Latest> latest) {
        bucket.put(FOLDER + "latest", lines(latest).getBytes(StandardCharsets.UTF_8), TEXT);
    }

    boolean locks() {
        return bucket.locks();
    }

    /** Locks a token and the checkpoint that it is about, at least until then. */
    void lock(long size, String authority, Instant until) {
        bucket.retainAtLeast(checkpointPath(size), until, until);
        bucket.retainAtLeast(tokenPath(size, authority), until, until);
    }

    private Optional<byte[]> read(String path, int limit) {
        try {
            byte[] bytes = bucket.readAll(path, limit);
            taken.accept(bytes.length);
            return Optional.of(bytes);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }
}
