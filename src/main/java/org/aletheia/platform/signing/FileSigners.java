package org.aletheia.platform.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aletheia.transparency.NoteKeyPair;

/** Signers from key files. Keys that every server needs are read at the start; those for cosigning when they are first used. */
@ApplicationScoped
class FileSigners implements Signers {
    private final Path directory;
    private final String origin;
    private final Clock clock;
    private final Map<SigningPurpose, Signer> signers = new ConcurrentHashMap<>();

    FileSigners(LogNameConfig log, SigningKeysConfig keys, Clock clock) {
        this.directory = keys.directory();
        this.origin = log.origin();
        this.clock = clock;
        signers.put(SigningPurpose.CHECKPOINT, load(SigningPurpose.CHECKPOINT));
        signers.put(SigningPurpose.PROMISE, load(SigningPurpose.PROMISE));
    }

    @Override
    public Signer of(SigningPurpose purpose) {
        return signers.computeIfAbsent(purpose, this::load);
    }

    private Signer load(SigningPurpose purpose) {
        return new LocalSigner(keys(directory, origin, purpose), clock);
    }

    /** The keys of a directory for one purpose; makes those that are missing. */
    static List<NoteKeyPair> keys(Path directory, String origin, SigningPurpose purpose) {
        return purpose.types().stream()
                .map(type -> new KeyFile(directory.resolve(purpose.fileName(type)))
                        .loadOrCreate(purpose.keyName(origin), type))
                .toList();
    }
}
