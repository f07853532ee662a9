package org.aletheia.platform.objectstore;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One bucket of an S3 store. Strongly consistent: what a call returned, every later call of every process sees.
 *
 * <p>Every method makes network calls and blocks; none may be called inside a transaction. Every method may throw
 * {@link StorageUnavailableException}, which says whether the effect may nonetheless have taken place. Keys are ASCII
 * without leading slash.
 */
public interface ObjectStore {
    /**
     * Writes a whole object in one request; atomic, durable on return, replaces what was there. The bytes are digested
     * for the signature; see {@link #put(String, Payload, String)} where that is already known.
     */
    void put(String key, byte[] bytes, String contentType);

    /** As {@link #put(String, byte[], String)}, for part of an array and with a digest computed before. */
    void put(String key, Payload payload, String contentType);

    /**
     * Writes a whole object only where the key still holds what was seen; atomic and durable as {@link #put(String, byte[],
     * String)}. A store that knows no conditions is asked before whether there is anything, and
     * writes over it where something was seen.
     *
     * @param seen what {@link #find} gave; empty for nothing
     * @return false where the key holds something else, which may be what a call wrote whose answer was lost; nothing was
     *     written
     */
    boolean putOver(Optional<StoredObject> seen, String key, byte[] bytes, String contentType);

    /** Opens a multipart upload. Nothing is visible under the key before {@link ObjectWriter#commit()} returned. */
    ObjectWriter write(String key);

    /**
     * Streams a range; to be closed by the caller. Reading may throw {@link StorageUnavailableException} too. The stream
     * ends early where the object does.
     *
     * @param from offset of the first byte, 0 or more
     * @param length bytes wanted, 1 or more
     * @throws ObjectMissingException where the key holds nothing
     */
    InputStream read(String key, long from, long length);

    /**
     * The whole of a small object.
     *
     * @param limit the most bytes to accept; a longer object is an {@link IllegalStateException}
     * @throws ObjectMissingException where the key holds nothing
     */
    byte[] readAll(String key, int limit);

    /** As {@link #readAll}, with its tag; empty where the key holds nothing. */
    Optional<StoredObject> find(String key, int limit);

    /** What the key holds now. */
    Optional<ObjectSummary> stat(String key);

    /** Every object whose key starts with the prefix, in key order, fetched page by page as the consumer is served. */
    void list(String prefix, Consumer<ObjectSummary> each);

    /**
     * Removes the object, with all its versions where the bucket has versions; an absent key is no error.
     *
     * @throws ObjectRetainedException where a lock forbids it
     */
    void delete(String key);

    /** Every multipart upload that was neither committed nor aborted. */
    void listPending(String prefix, Consumer<PendingUpload> each);

    /** Gives up a multipart upload and frees its parts; an upload that is gone is no error. */
    void abort(PendingUpload upload);

    /** Whether this bucket enforces Object Lock. Known since the start of the server; makes no call. */
    boolean locks();

    /**
     * Locks the current version in compliance mode: nobody can delete or shorten it before that time. Lengthening is
     * allowed. Retention given with a multipart upload is ignored by some stores, so this is always set afterwards and to
     * be read back with {@link #retainedUntil(String)}.
     *
     * @throws UnsupportedOperationException where {@link #locks()} is false
     */
    void retain(String key, Instant until);

    /** Until when the current version is locked in compliance mode; empty without such a lock. */
    Optional<Instant> retainedUntil(String key);

    /**
     * Locks the current version with {@link #retain(String, Instant)} unless its lock reaches far enough already, and reads
     * the lock back. May be repeated.
     *
     * @param until whole seconds
     * @param least a lock that reaches to here stays as it is; not after {@code until}
     * @return whether a lock was set
     * @throws ObjectMissingException where the key holds nothing
     * @throws IllegalStateException where the store accepted the lock and does not show it
     */
    default boolean retainAtLeast(String key, Instant until, Instant least) {
        if (reaches(key, least)) {
            return false;
        }
        retain(key, until);
        if (!reaches(key, until)) {
            throw new IllegalStateException("the store does not keep the locks it accepts");
        }
        return true;
    }

    /**
     * Puts the current version under legal hold or takes it off: while it stands nobody can delete the version, however its
     * retention ran out. To be read back with {@link #held(String)}.
     *
     * @throws ObjectMissingException where the key holds nothing
     * @throws UnsupportedOperationException where {@link #locks()} is false
     */
    void hold(String key, boolean held);

    /** Whether the current version is under legal hold; false where the key holds nothing. */
    boolean held(String key);

    /**
     * Puts the current version under legal hold, or takes it off, unless that is so already, and reads it back. May be
     * repeated.
     *
     * @return whether anything was changed
     * @throws ObjectMissingException where a version is to be held and the key holds nothing
     * @throws IllegalStateException where the store accepted it and does not show it
     */
    default boolean ensureHeld(String key, boolean wanted) {
        if (held(key) == wanted) {
            return false;
        }
        hold(key, wanted);
        if (held(key) != wanted) {
            throw new IllegalStateException("the store does not keep the legal holds it accepts");
        }
        return true;
    }

    private boolean reaches(String key, Instant time) {
        return retainedUntil(key).filter(lock -> !lock.isBefore(time)).isPresent();
    }
}
