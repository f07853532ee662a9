package org.aletheia.custody.fsck;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, in a small file that is replaced as a whole: a run that was interrupted goes on behind the last
 * position of each check, and still counts what it had found. Holds ids and counts.
 */
final class FsckState {
    private static final String POSITION = "position.";
    private static final String DONE = "done.";
    private static final String FAULTS = "faults";
    private static final String CONTENT = "content";

    private final @Nullable Path file;
    private final Properties values = new Properties();

    private FsckState(@Nullable Path file) {
        this.file = file;
    }

    /**
     * The state in a file; an empty one where there is none, or none is wanted.
     *
     * @param content whether this run reads all bytes: a run that did not is no beginning of one that does
     * @throws IllegalArgumentException where the file is of a run with other options
     */
    static FsckState open(@Nullable Path file, boolean content) {
        FsckState state = new FsckState(file);
        if (file != null && Files.exists(file)) {
            state.read(file);
            if (!Boolean.toString(content).equals(state.values.getProperty(CONTENT))) {
                throw new IllegalArgumentException(
                        "the state file is of a run with other options: repeat them, or name another file");
            }
        }
        state.values.setProperty(CONTENT, Boolean.toString(content));
        return state;
    }

    @Nullable
    String position(String check) {
        return values.getProperty(POSITION + check);
    }

    boolean done(String check) {
        return values.containsKey(DONE + check);
    }

    /** Faults that earlier runs had found and that this one does not look at again. */
    long faults() {
        return Long.parseLong(values.getProperty(FAULTS, "0"));
    }

    void reached(String check, String position, long faults) {
        values.setProperty(POSITION + check, position);
        write(faults);
    }

    void finished(String check, long faults) {
        values.remove(POSITION + check);
        values.setProperty(DONE + check, "");
        write(faults);
    }

    /** Ends the run of which this is the state: the next one begins anew. */
    void remove() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path from) {
        try (Reader reader = Files.newBufferedReader(from)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long faults) {
        values.setProperty(FAULTS, Long.toString(faults));
        if (file == null) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                values.store(writer, "aletheia fsck");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
