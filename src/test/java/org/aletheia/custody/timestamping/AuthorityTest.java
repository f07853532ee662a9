package org.aletheia.custody.timestamping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.config.Unsafe;
import org.aletheia.transparency.timestamp.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may name as authority, and that none for tests vouches for a log in use. */
@Tag("unit")
class AuthorityTest {
    private static final String PREFIX = "aletheia.timestamps.authorities";
    private static final URI URL = URI.create("https://timestamps.example.org/tsa");

    @TempDir
    Path folder;

    private Path roots;

    private record Named(URI url, Path roots, Optional<String> policy, String hash, Optional<List<URI>> revocationLists)
            implements TimestampsConfig.Authority {}

    private record Config(Map<String, TimestampsConfig.Authority> authorities) implements TimestampsConfig {
        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration lateAfter() {
            return Duration.ofDays(1);
        }
    }

    @BeforeEach
    void write() throws Exception {
        roots = pem(TestAuthority.named("authority").make());
    }

    @Test
    void oneIsReadAsItIsNamed() {
        Authority authority = Authority.all(config(
                        "a-1", new Named(URL, roots, Optional.of("1.2.3"), "sha-256", Optional.of(List.of(URL)))))
                .getFirst();
        assertThat(authority.name()).isEqualTo("a-1");
        assertThat(authority.hash()).isEqualTo(DigestAlgorithm.SHA_256);
        assertThat(authority.policy()).contains("1.2.3");
        assertThat(authority.roots()).hasSize(1);
        assertThat(authority.lists()).containsExactly(URL);
    }

    @Test
    void whatCannotBeRightIsRefusedWithPropertyAndRemedy() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        refused(config("Upper", named(roots)), PREFIX + ": Upper is no name: use a-z");
        refused(config("a", named(folder.resolve("none.pem"))), PREFIX + ".a.roots: the file cannot be read");
        refused(config("a", named(empty)), PREFIX + ".a.roots: no certificates in PEM");
        refused(
                config("a", new Named(URL, roots, Optional.empty(), "sha-1", Optional.empty())),
                PREFIX + ".a.hash: say sha-256 or sha-512");
        refused(
                config("a", new Named(URL, roots, Optional.of("1.2.x"), "sha-256", Optional.empty())),
                PREFIX + ".a.policy: not a dotted OID");
        refused(
                config(
                        "a",
                        new Named(
                                URI.create("file:///etc/hosts"), roots, Optional.empty(), "sha-256", Optional.empty())),
                PREFIX + ".a.url: not an http or https address");
    }

    @Test
    void oneForTestsStopsAProductionStartUnlessTheLogIsOfThisMachineAlone() throws Exception {
        Path marked = pem(TestAuthority.named("marked").forTests().make());
        TimestampsConfig config = config("a", named(marked));
        Unsafe found = new TimestampsCheck(config, () -> "evidence.example.org/log")
                .check()
                .getFirst();
        assertThat(found.severe()).isTrue();
        assertThat(found.property()).isEqualTo(PREFIX + ".a.roots");
        assertThat(found.remedy()).isEqualTo("name the roots of a real authority");
        assertThat(new TimestampsCheck(config, () -> "127.0.0.1/aletheia-local").check())
                .isEmpty();
        assertThat(new TimestampsCheck(config("a", named(roots)), () -> "evidence.example.org/log").check())
                .isEmpty();
        assertThat(new TimestampsCheck(config, () -> "127.0.0.1.example.org/log").check())
                .hasSize(1);
    }

    @Test
    void nobodyAtAllIsSaidAloud() {
        Unsafe found = new TimestampsCheck(new Config(Map.of()), () -> "evidence.example.org/log")
                .check()
                .getFirst();
        assertThat(found.severe()).isFalse();
        assertThat(found.property()).isEqualTo(PREFIX);
    }

    private static void refused(TimestampsConfig config, String message) {
        assertThatThrownBy(() -> Authority.all(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    private static TimestampsConfig config(String name, TimestampsConfig.Authority authority) {
        return new Config(Map.of(name, authority));
    }

    private static Named named(Path roots) {
        return new Named(URL, roots, Optional.empty(), "sha-512", Optional.empty());
    }

    private Path pem(TestAuthority authority) throws IOException, CertificateEncodingException {
        String text = Base64.getMimeEncoder().encodeToString(authority.root().getEncoded());
        return Files.writeString(
                Files.createTempFile(folder, "root", ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }
}
