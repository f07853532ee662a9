package org.aletheia.verifier;

import java.io.IOException;
import java.util.Optional;

/**
 * A file of a log that was found.
 *
 * @param own whether under its own path; else it is the full one that begins with it
 */
@SuppressWarnings("ArrayRecordComponent") // read once and dropped
record StoredFile(byte[] bytes, boolean own) {
    /** A partial file may be gone once the full one is there, which begins with it. */
    static Optional<StoredFile> find(LogFiles files, String path, String full) throws IOException {
        Optional<byte[]> own = files.find(path);
        return own.isPresent() || path.equals(full)
                ? own.map(bytes -> new StoredFile(bytes, true))
                : files.find(full).map(bytes -> new StoredFile(bytes, false));
    }

    /** Whether so much was found as was wanted: exactly that in a file of its own. */
    boolean holds(int wanted, int found) {
        return own ? found == wanted : found >= wanted;
    }
}
