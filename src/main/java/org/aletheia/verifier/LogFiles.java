package org.aletheia.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.TileId;
import org.aletheia.transparency.timestamp.TimestampToken;

/** Where the files of a published log lie (C2SP tlog-tiles). */
@FunctionalInterface
public interface LogFiles {
    /** Bytes of a checkpoint with its 64 signatures at most, of which the longest take 3.3 KB each. */
    int LONGEST_NOTE = 1 << 18;

    /**
     * A file by its path below the log's prefix; empty where there is none. Of a file that is longer than its kind can be,
     * only one byte more than that: whoever reads it finds a wrong length, and has not paid for more.
     *
     * @throws IOException it is not known whether there is one
     */
    Optional<byte[]> find(String path) throws IOException;

    /** Whether entries may have other lengths than the 32 bytes of this kind of log. */
    default boolean anyEntries() {
        return false;
    }

    /**
     * A copy of a log in a folder.
     *
     * @param anyEntries for the log of somebody else
     * @throws IOException there is no such folder
     */
    static LogFiles folder(Path folder, boolean anyEntries) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is no folder with a log");
        }
        return new FolderLog(folder, anyEntries);
    }

    /** As {@link #folder(Path, boolean)}, of this kind of log. */
    static LogFiles folder(Path folder) throws IOException {
        return folder(folder, false);
    }

    /** A log on the web; the client is the caller's to close. */
    static LogFiles web(URI prefix, HttpClient client, boolean anyEntries) {
        return new WebLog(prefix.toString().replaceFirst("/*$", "/"), client, anyEntries);
    }

    /** As {@link #web(URI, HttpClient, boolean)}, of this kind of log. */
    static LogFiles web(URI prefix, HttpClient client) {
        return web(prefix, client, false);
    }

    /** How many bytes a file of this path can have. */
    static int longest(String path, boolean anyEntries) {
        if (path.startsWith("tile/entries/")) {
            return TileId.FULL_WIDTH * (Short.BYTES + (anyEntries ? 0xFFFF : Hash.LENGTH));
        }
        if (path.startsWith("tile/")) {
            return TileId.FULL_WIDTH * Hash.LENGTH;
        }
        return path.endsWith(".tst") ? TimestampToken.MAX_LENGTH : LONGEST_NOTE;
    }
}
