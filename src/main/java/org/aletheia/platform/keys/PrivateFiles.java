package org.aletheia.platform.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files of secrets: written durably for the server's user alone, and refused where others could use them. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    /** Secrets that an orchestrator mounts belong to its own user and are read through the server's group. */
    private static final Set<PosixFilePermission> TOLERATED = PosixFilePermissions.fromString("rw-r-----");

    private PrivateFiles() {}

    /** Whether nobody but its user may write a file, and nobody but its group besides may read it. */
    public static boolean isPrivate(Path file) throws IOException {
        return TOLERATED.containsAll(Files.getPosixFilePermissions(file));
    }

    /**
     * Makes a file, durable with its name when this returns. A crash before leaves at most a file {@code .new-…} that
     * nobody reads; of several who make the same one, the first wins.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one
     */
    public static void create(Path file, String text) throws IOException {
        Path written = write(file, text);
        try {
            Files.createLink(file, written);
        } finally {
            Files.deleteIfExists(written);
        }
        syncDirectory(file);
    }

    /** Makes or replaces a file by one rename, durable when this returns. A crash leaves the one or the other. */
    public static void replace(Path file, String text) throws IOException {
        Path written = write(file, text);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        syncDirectory(file);
    }

    private static Path write(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
        Path written =
                Files.createTempFile(directory, ".new-", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        return written;
    }

    /** Without this a power loss may forget the names of files whose contents are durable. */
    private static void syncDirectory(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent())) {
            channel.force(true);
        }
    }
}
