package org.aletheia.platform.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;
import org.aletheia.platform.keys.PrivateFiles;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/**
 * One signing key in one file, for the server alone. Two lines: the vkey, then the private key as base64 of
 * PKCS#8 DER. Whoever can read the file can sign as this log; losing it means that the log can no longer be signed.
 */
public final class KeyFile {
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
            return read(name, type);
        } catch (IOException e) {
            throw new UncheckedIOException("aletheia.keys.directory: cannot use key file " + path.getFileName(), e);
        }
    }

    /**
     * The key of the file, which must be there.
     *
     * @throws UncheckedIOException where the file cannot be read
     * @throws IllegalStateException as {@link #loadOrCreate}
     */
    NoteKeyPair load(String name, SignatureType type) {
        try {
            return read(name, type);
        } catch (IOException e) {
            throw new UncheckedIOException("aletheia.keys.directory: cannot use key file " + path.getFileName(), e);
        }
    }

    private NoteKeyPair read(String name, SignatureType type) throws IOException {
        if (!PrivateFiles.isPrivate(path)) {
            throw refused(
                    "can be used by others: chmod 600, or 440 with a group of the server alone, and consider the key"
                            + " known to whoever could read it");
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
        try {
            PrivateFiles.create(
                    path,
                    key.verifierKey().format() + "\n" + Base64.getEncoder().encodeToString(key.toPkcs8()) + "\n");
        } catch (FileAlreadyExistsException e) {
            return; // another process was first: its key is the key
        }
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException("aletheia.keys.directory: " + path.getFileName() + " " + why);
    }
}
