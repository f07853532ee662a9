package org.aletheia.platform.keys;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;

/**
 * The files of a key directory: {@code <name>.kek} holds 32 bytes in base64, where the name is the start of the key's
 * digest, so that a damaged or exchanged file is noticed; {@code current} holds a name.
 */
final class KeyFiles {
    private static final byte[] NAMING = "aletheia/kek-name/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME_LENGTH = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /** Mounted secrets of an orchestrator are often readable by the server's group as well. */
    private static final Set<PosixFilePermission> TOLERATED = PosixFilePermissions.fromString("rw-r-----");

    private static final FileAttribute<?> PRIVATE_FILE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;

    KeyFiles(Path directory) {
        this.directory = directory;
    }

    /** Name of the key in use; empty before the first one is made. */
    Optional<String> current() {
        try {
            return Files.exists(pointer())
                    ? Optional.of(Files.readString(pointer()).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    byte[] read(String name) {
        Path file = file(name);
        if (!name.matches("[0-9a-f]{" + NAME_LENGTH + "}") || !Files.exists(file)) {
            throw new KeyMissingException(
                    "aletheia.keys.directory has no key-encryption key of the name that is needed");
        }
        try {
            requirePrivate(file);
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (!name(key).equals(name)) {
                throw new UnsafeKeysException("a file in aletheia.keys.directory is damaged. Restore it", null);
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    /**
     * Makes a key and points to it. Order: key file, durable; then the pointer, by one rename. A crash between leaves a
     * key that nothing uses.
     */
    String create() {
        byte[] key = SecureBytes.random(AesGcm.KEY_LENGTH);
        String name = name(key);
        try {
            Files.createDirectories(directory, PRIVATE_DIRECTORY);
            write(file(name), Base64.getEncoder().encodeToString(key));
            Path next = directory.resolve("current." + name);
            write(next, name);
            Files.move(next, pointer(), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
            return name;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void write(Path file, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PRIVATE_FILE)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** Without this a power loss may forget the names of files whose contents are durable. */
    private void syncDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!TOLERATED.containsAll(Files.getPosixFilePermissions(file))) {
            throw new UnsafeKeysException(
                    "a key file in aletheia.keys.directory can be used by others. Run chmod 600 on its files, and consider"
                            + " the key known to whoever could read it",
                    null);
        }
    }

    private static String name(byte[] key) {
        return Digest.sha256(NAMING, key).hex().substring(0, NAME_LENGTH);
    }

    private Path file(String name) {
        return directory.resolve(name + ".kek");
    }

    private Path pointer() {
        return directory.resolve("current");
    }

    private static UnsafeKeysException unusable(Exception cause) {
        return new UnsafeKeysException(
                "aletheia.keys.directory cannot be used. It must be a directory of the server's user, on a file system that"
                        + " knows owners and rights",
                cause);
    }
}
