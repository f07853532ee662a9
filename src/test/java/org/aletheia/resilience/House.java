package org.aletheia.resilience;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.platform.signing.KeyFile;
import org.aletheia.platform.signing.SigningPurpose;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/** One institution: where its server listens, what its log is called and where its keys are. */
record House(int port, String origin, Path keys) {
    static House of(Trial trial) throws IOException {
        return new House(
                RunningServer.freePort(),
                trial.setting("aletheia.log.origin"),
                Path.of(trial.setting("aletheia.keys.directory")));
    }

    List<NoteVerifierKey> logKeys() {
        return Stream.of(SignatureType.ED25519, SignatureType.ML_DSA_44)
                .map(type -> key(SigningPurpose.CHECKPOINT, type))
                .toList();
    }

    List<NoteVerifierKey> cosigningKeys() {
        return Stream.of(SignatureType.ED25519_COSIGNATURE, SignatureType.ML_DSA_44)
                .map(type -> key(SigningPurpose.COSIGNING, type))
                .toList();
    }

    /** As an operator would make it beforehand. */
    private NoteVerifierKey key(SigningPurpose purpose, SignatureType type) {
        String file = purpose.name().toLowerCase(Locale.ROOT)
                + (type == SignatureType.ML_DSA_44 ? "-ml-dsa-44.key" : "-ed25519.key");
        return new KeyFile(keys.resolve(file))
                .loadOrCreate(purpose.keyName(origin), type)
                .verifierKey();
    }

    /** What its server is told of the other one. */
    Map<String, String> with(House other) {
        Map<String, String> settings = new HashMap<>();
        settings.put(RunningServer.PORT, Integer.toString(port));
        settings.put("aletheia.journal.check-every", "2S");
        settings.put("aletheia.cosigners.needed", "1");
        settings.put("aletheia.cosigners.patience", "5S");
        settings.put("aletheia.cosigners.asked.other.url", "http://127.0.0.1:" + other.port + "/witness");
        settings.put("aletheia.cosigners.asked.other.vkeys", vkeys(other.cosigningKeys()));
        settings.put("aletheia.witness.partners.other.origin", other.origin());
        settings.put("aletheia.witness.partners.other.vkeys", vkeys(other.logKeys()));
        return settings;
    }

    private static String vkeys(List<NoteVerifierKey> keys) {
        return keys.stream().map(NoteVerifierKey::format).collect(Collectors.joining(","));
    }
}
