package org.aletheia.platform.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/**
 * One signing key in one file, readable by its owner alone. Two lines: the vkey, then the private key as base64 of
 * PKCS#8 DER. Whoever can read the file can sign as this log; losing it means that the log can no longer be signed.
 */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    public KeyFile(Path path) {
        this.path = path;
    }

    /**
     * The key of the file; creates it where there is none.
     *
     * <p>Creation is one effect: the key is written and forced under another name, then linked to its own. A crash
     * before the link leaves a file that nobody reads; two processes that create at once both get the key that was
     * linked first.
     *
     * @throws UncheckedIOException where the file cannot be read or written
     * @throws IllegalStateException where others may read it, or it is the key of another log or type
     */
    public NoteKeyPair loadOrCreate(String name, SignatureType type) {
        try {
            if (Files.notExists(path)) {
                create(NoteKeyPair.generate(name, type));
            }
            return load(name, type);
        } catch (IOException e) {
            throw new UncheckedIOException("aletheia.keys.directory: cannot use key file " + path.getFileName(), e);
        }
    }

    private NoteKeyPair load(String name, SignatureType type) throws IOException {
        if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
            throw refused("must be readable by its owner alone: chmod 600");
        }
        List<String> lines = Files.readAllLines(path, StandardCharsets.US_ASCII);
        try {
            NoteVerifierKey verifierKey = NoteVerifierKey.parse(lines.getFirst());
            if (!verifierKey.name().equals(name) || verifierKey.type() != type) {
                throw refused("is the key " + verifierKey.label() + "; aletheia.log.origin asks for " + name);
            }
            return NoteKeyPair.of(verifierKey, StrictBase64.decode(lines.getLast()));
        } catch (MalformedValueException e) {
            throw refused("is not a key file (" + e.reason() + "): restore it from its backup");
        }
    }

    private void create(NoteKeyPair key) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
        Path written =
                Files.createTempFile(directory, ".new-", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            String text =
                    key.verifierKey().format() + "\n" + Base64.getEncoder().encodeToString(key.toPkcs8()) + "\n";
            force(written, text);
            Files.createLink(path, written);
        } catch (FileAlreadyExistsException e) {
            return; // another process was first: its key is the key
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void force(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException("aletheia.keys.directory: " + path.getFileName() + " " + why);
    }
}
