package org.aletheia.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class KeyFilesTest {
    private static final byte[] CONTEXT = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void makesTheFirstKeyForTheServersUserOnly() throws IOException {
        prepared();
        assertThat(permissions(directory())).isEqualTo("rwx------");
        for (Path file : files()) {
            assertThat(permissions(file)).as(file.getFileName().toString()).isEqualTo("rw-------");
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void usesTheSameKeyAfterARestart() {
        FileKeyEncryptionKeys before = prepared();
        byte[] wrapped = before.wrap(new byte[32], CONTEXT).bytes();
        FileKeyEncryptionKeys after = prepared();
        assertThat(after.current()).isEqualTo(before.current());
        assertThat(after.unwrap(before.current(), wrapped, CONTEXT)).isEqualTo(new byte[32]);
    }

    @Test
    void refusesToMakeAFirstKeyWhereTheRegisterHoldsKeys() {
        assertThatThrownBy(() -> keys().first(false))
                .isInstanceOf(UnsafeKeysException.class)
                .hasMessageContaining("aletheia.keys.directory")
                .hasMessageContaining("Restore");
        assertThat(directory()).doesNotExist();
    }

    @Test
    void olderKeysStillOpenAfterRotation() {
        FileKeyEncryptionKeys keys = prepared();
        String first = keys.current();
        byte[] wrapped = keys.wrap(new byte[32], CONTEXT).bytes();
        keys.use(keys.make());
        keys.pointTo(keys.current());
        assertThat(keys.current()).isNotEqualTo(first);
        assertThat(prepared().current()).isEqualTo(keys.current());
        assertThat(prepared().unwrap(first, wrapped, CONTEXT)).isEqualTo(new byte[32]);
        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, CONTEXT)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void whatIsWrappedIsBoundToItsContext() {
        FileKeyEncryptionKeys keys = prepared();
        byte[] wrapped = keys.wrap(new byte[32], CONTEXT).bytes();
        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, new byte[] {9}))
                .isInstanceOf(BrokenSealException.class);
        for (int at = 0; at < wrapped.length; at++) {
            byte[] altered = wrapped.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> keys.unwrap(keys.current(), altered, CONTEXT))
                    .isInstanceOf(BrokenSealException.class);
        }
        assertThatThrownBy(() -> keys.unwrap(keys.current(), Arrays.copyOf(wrapped, 5), CONTEXT))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void refusesAKeyThatOthersCouldRead() throws IOException {
        prepared();
        Path key = keyFile();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::prepared)
                .isInstanceOf(UnsafeKeysException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
        assertThat(prepared().current()).isNotEmpty();
    }

    @Test
    void refusesADamagedKey() throws IOException {
        prepared();
        Files.writeString(keyFile(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertThatThrownBy(this::prepared)
                .isInstanceOf(UnsafeKeysException.class)
                .hasMessageContaining("damaged");
        Files.writeString(keyFile(), "not base64!");
        assertThatThrownBy(this::prepared).isInstanceOf(UnsafeKeysException.class);
    }

    @Test
    void namesAKeyThatIsNotThere() {
        FileKeyEncryptionKeys keys = prepared();
        for (String name : List.of("0123456789abcdef", "../../etc/passwd", "")) {
            assertThatThrownBy(() ->
                            keys.unwrap(name, keys.wrap(new byte[32], CONTEXT).bytes(), CONTEXT))
                    .isInstanceOf(KeyMissingException.class);
        }
    }

    private FileKeyEncryptionKeys prepared() {
        FileKeyEncryptionKeys keys = keys();
        keys.use(keys.first(true));
        return keys;
    }

    private FileKeyEncryptionKeys keys() {
        return new FileKeyEncryptionKeys(new Settings(directory()));
    }

    private Path directory() {
        return folder.resolve("keys");
    }

    private Path keyFile() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".kek"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(directory())) {
            return list.toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private record Settings(Path directory) implements KeysConfig {
        @Override
        public Duration copyEvery() {
            return Duration.ofSeconds(5);
        }
    }
}
