package org.aletheia.kernel;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DigestHeaderTest {
    private static final Digest SHA_256 = Digest.sha256();
    private static final Digest SHA_512 = new Digest(DigestAlgorithm.SHA_512, new byte[64]);
    private static final String MEMBER = DigestHeader.format(List.of(SHA_256));

    @Test
    void readsWhatItWrites() {
        List<Digest> both = List.of(SHA_256, SHA_512);
        assertThat(DigestHeader.parse(DigestHeader.format(both))).isEqualTo(both);
        assertThat(MEMBER).isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    }

    @Test
    void ignoresAlgorithmsThatItDoesNotKnow() {
        assertThat(DigestHeader.parse("md5=:AAAA:, " + MEMBER + " ,\tunixsum=:AAA=:"))
                .containsExactly(SHA_256);
        assertThat(DigestHeader.parse("md5=:AAAA:")).isEmpty();
        assertThat(DigestHeader.parse("  ")).isEmpty();
    }

    @Test
    void ignoresParameters() {
        assertThat(DigestHeader.parse(MEMBER + ";a;b=1;c=\"x\\\"y\"; d=:AA==:;e=?0;f=tok/en;g=-1.5"))
                .containsExactly(SHA_256);
    }

    @Test
    void toleratesBase64WithoutPadding() {
        assertThat(DigestHeader.parse(MEMBER.replace("=:", ":").replaceFirst("sha-256:", "sha-256=:")))
                .containsExactly(SHA_256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256",
                "sha-256=abc",
                "sha-256=:AA==",
                "SHA-256=:AA==:",
                "sha-256=\"x\"",
                "sha-256=(:AA==:)",
                "md5=:AAAA:,",
                ",md5=:AAAA:",
                "md5=:AAAA: md5=:AAAA:",
                "md5=:AA AA:",
                "md5=:AAAA:;=1",
                "\tmd5=:AAAA:"
            })
    void refusesWhatIsNoDictionaryOfBytes(String field) {
        assertRefused("digest-header-form", () -> DigestHeader.parse(field));
    }

    @Test
    void refusesWrongValues() {
        assertRefused("digest-length", () -> DigestHeader.parse("sha-256=:AAAA:"));
        assertRefused("digest-header-base64", () -> DigestHeader.parse("md5=:A:"));
        assertRefused("digest-header-length", () -> DigestHeader.parse("a".repeat(5000)));
    }

    @Test
    void hearsAContradiction() {
        String other = DigestHeader.format(List.of(Digest.sha256(new byte[1])));
        assertRefused("digest-header-contradiction", () -> DigestHeader.parse(MEMBER + ", " + other));
        assertThat(DigestHeader.parse(MEMBER + "," + MEMBER)).containsExactly(SHA_256);
    }

    @Test
    void survivesDamage() {
        Mutations.fuzz(
                MEMBER + ";a=\"b\", sha-512=:" + SHA_512.base64() + ":",
                bytes -> DigestHeader.parse(new String(bytes, StandardCharsets.ISO_8859_1)));
    }
}
