package org.aletheia.kernel;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DigestTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void hashesTheConcatenationOfItsParts() {
        assertThat(Digest.sha256().hex()).isEqualTo(EMPTY);
        assertThat(Digest.sha256(ascii("ab"), ascii("c")))
                .isEqualTo(Digest.sha256(ascii("abc")))
                .hasToString("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void readsAStreamToItsEnd() throws IOException {
        byte[] large = new byte[200_000];
        assertThat(Digest.of(DigestAlgorithm.SHA_256, new ByteArrayInputStream(large)))
                .isEqualTo(Digest.sha256(large));
        assertThat(Digest.of(DigestAlgorithm.SHA_512, new ByteArrayInputStream(ascii("abc")))
                        .hex())
                .startsWith("ddaf35a193617aba");
    }

    @Test
    void sharesItsBytesWithNobody() {
        byte[] given = new byte[32];
        Digest digest = new Digest(DigestAlgorithm.SHA_256, given);
        given[0] = 1;
        digest.bytes()[1] = 1;
        assertThat(digest.bytes()).isEqualTo(new byte[32]);
    }

    @Test
    void differsWhereAlgorithmOrBytesDiffer() {
        Digest zeros = new Digest(DigestAlgorithm.SHA_256, new byte[32]);
        assertThat(zeros.matches(new Digest(DigestAlgorithm.SHA_256, new byte[32])))
                .isTrue();
        assertThat(zeros).hasSameHashCodeAs(new Digest(DigestAlgorithm.SHA_256, new byte[32]));
        assertThat(zeros).isNotEqualTo(new Digest(DigestAlgorithm.SHA_512, new byte[64]));
        assertThat(zeros.matches(Digest.sha256())).isFalse();
    }

    @Test
    void parsesItsOwnText() {
        Digest digest = Digest.sha256(ascii("abc"));
        assertThat(Digest.parse(digest.toString())).isEqualTo(digest);
        assertThat(Digest.ofHex(DigestAlgorithm.SHA_256, EMPTY.toUpperCase(Locale.ROOT)))
                .isEqualTo(Digest.sha256());
    }

    @Test
    void refusesWhatIsNoDigest() {
        assertRefused("digest-length", () -> new Digest(DigestAlgorithm.SHA_256, new byte[31]));
        assertRefused("digest-hex", () -> Digest.ofHex(DigestAlgorithm.SHA_256, "xy"));
        assertRefused("digest-length", () -> Digest.ofHex(DigestAlgorithm.SHA_256, "00"));
        assertRefused("digest-form", () -> Digest.parse(EMPTY));
        assertRefused("digest-algorithm", () -> Digest.parse("md5:00"));
    }

    @Test
    void base64HasOneTextForEachValue() {
        assertThat(StrictBase64.decode("AA==")).containsExactly(0);
        for (String other : new String[] {"AA", "AB==", "AA==\n", " AA==", "AA=", "A", "_w=="}) {
            assertRefused("base64", () -> StrictBase64.decode(other));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
