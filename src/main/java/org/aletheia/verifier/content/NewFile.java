package org.aletheia.verifier.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, for its owner alone (mode 600), and takes the place of no other.
 *
 * <p>Order: all is written and forced to disk under a name that begins with a dot, then one rename gives it its own. A crash
 * leaves at most that other file, to be deleted.
 */
public final class NewFile {
    private NewFile() {}

    /**
     * Writes it.
     *
     * @throws IOException it cannot be written, or {@code wanted} is there
     */
    public static void write(Path wanted, byte[] content) throws IOException {
        refuseExisting(wanted);
        Path written = Files.createTempFile(wanted.toAbsolutePath().getParent(), ".writing-", "");
        try {
            Files.write(written, content);
            name(written, wanted);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Gives what was written its name, once it is on the disk: a power loss leaves no empty file of that name. */
    static void name(Path written, Path wanted) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        refuseExisting(wanted);
        Files.move(written, wanted, StandardCopyOption.ATOMIC_MOVE);
    }

    static void refuseExisting(Path wanted) throws IOException {
        if (Files.exists(wanted)) {
            throw new FileAlreadyExistsException(wanted + " is there already");
        }
    }
}
