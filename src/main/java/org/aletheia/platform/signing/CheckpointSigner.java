package org.aletheia.platform.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;

/** Makes the signer of checkpoints from key files: Ed25519, which every tool checks, and ML-DSA-44 against later attackers. */
@ApplicationScoped
class CheckpointSigner {
    @Produces
    @ApplicationScoped
    Signer signer(LogNameConfig log, SigningKeysConfig keys, Clock clock) {
        return new LocalSigner(keys(keys.directory(), log.origin()), clock);
    }

    /** The keys of a directory; makes those that are missing. */
    static List<NoteKeyPair> keys(Path directory, String origin) {
        return List.of(
                load(directory.resolve("checkpoint-ed25519.key"), origin, SignatureType.ED25519),
                load(directory.resolve("checkpoint-ml-dsa-44.key"), origin, SignatureType.ML_DSA_44));
    }

    private static NoteKeyPair load(Path file, String origin, SignatureType type) {
        return new KeyFile(file).loadOrCreate(origin, type);
    }
}
