package org.aletheia.platform.signing;

import java.nio.file.Path;
import java.util.List;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/** Recognises what the keys of a directory have signed, and signs nothing: for commands that only look. */
public final class KnownKeys implements Signer {
    private final List<NoteVerifierKey> keys;

    private KnownKeys(List<NoteVerifierKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads the key files of a directory; makes none.
     *
     * @throws java.io.UncheckedIOException where one is missing or cannot be read
     * @throws IllegalStateException where one is of another log or type
     */
    public static KnownKeys of(Path directory, String origin, SigningPurpose purpose) {
        return new KnownKeys(purpose.types().stream()
                .map(type ->
                        new KeyFile(directory.resolve(purpose.fileName(type))).known(purpose.keyName(origin), type))
                .toList());
    }

    @Override
    public List<NoteVerifierKey> verifierKeys() {
        return keys;
    }

    @Override
    public SignedNote sign(String noteText) {
        throw new UnsupportedOperationException("these keys sign nothing");
    }
}
