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
        Path directory = keys.directory();
        return new LocalSigner(
                List.of(
                        load(directory.resolve("checkpoint-ed25519.key"), log.origin(), SignatureType.ED25519),
                        load(directory.resolve("checkpoint-ml-dsa-44.key"), log.origin(), SignatureType.ML_DSA_44)),
                clock);
    }

    private static NoteKeyPair load(Path file, String origin, SignatureType type) {
        return new KeyFile(file).loadOrCreate(origin, type);
    }
}
