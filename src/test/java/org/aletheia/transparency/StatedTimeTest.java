package org.aletheia.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StatedTimeTest {
    private static final Instant EARLY = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-04T10:00:05Z");
    private static final String TEXT = "example.org/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    @Test
    void theLatestOfTheStatedTimesCounts() {
        NoteSigner plain = signer(SignatureType.ED25519, LATE);
        NoteSigner log = signer(SignatureType.ML_DSA_44, EARLY);
        NoteSigner cosigner = signer(SignatureType.ED25519_COSIGNATURE, LATE);
        assertThat(StatedTime.latest(SignedNote.sign(TEXT, List.of(plain)))).isEmpty();
        assertThat(StatedTime.latest(SignedNote.sign(TEXT, List.of(plain, log))))
                .contains(EARLY);
        assertThat(StatedTime.latest(SignedNote.sign(TEXT, List.of(cosigner, log))))
                .contains(LATE);
    }

    private static NoteSigner signer(SignatureType type, Instant at) {
        return NoteKeyPair.generate("example.org/log", type).signer(InstantSource.fixed(at));
    }
}
