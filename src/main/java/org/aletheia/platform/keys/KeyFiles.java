package org.aletheia.platform.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;

/**
 * The files of a key directory: {@code <name>.kek} holds 32 bytes in base64, where the name is the start of the key's
 * digest, so that a damaged or exchanged file is noticed; {@code current} holds a name.
 */
final class KeyFiles {
    private static final byte[] NAMING = "aletheia/kek-name/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME_LENGTH = 16;
    private static final Pattern FILE = Pattern.compile("([0-9a-f]{" + NAME_LENGTH + "})\\.kek");

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
        String name = make();
        pointTo(name);
        return name;
    }

    /** Makes a key to which nothing points; durable when this returns. */
    String make() {
        byte[] key = SecureBytes.random(AesGcm.KEY_LENGTH);
        String name = name(key);
        try {
            PrivateFiles.create(file(name), Base64.getEncoder().encodeToString(key) + "\n");
            return name;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void pointTo(String name) {
        try {
            PrivateFiles.replace(pointer(), name + "\n");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Of the keys that are there. */
    Set<String> names() {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(file -> file.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!PrivateFiles.isPrivate(file)) {
            throw new UnsafeKeysException(
                    "a key file in aletheia.keys.directory can be used by others. Run chmod 600 (or 440 with a group of the server alone) on its files, and consider"
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
