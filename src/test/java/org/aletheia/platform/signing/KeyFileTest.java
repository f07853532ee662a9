package org.aletheia.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.aletheia.platform.keys.FileKeyEncryptionKeys;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class KeyFileTest {
    private static final String ORIGIN = "example.org/log";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SignatureType.class)
    void aKeyIsMadeOnceAndReadAgain(SignatureType type) throws Exception {
        Path file = folder.resolve("keys").resolve("a.key");
        NoteKeyPair made = new KeyFile(file).loadOrCreate(ORIGIN, type);
        NoteKeyPair read = new KeyFile(file).loadOrCreate(ORIGIN, type);
        assertThat(read.verifierKey()).isEqualTo(made.verifierKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        SignedNote note = new LocalSigner(List.of(read), InstantSource.system()).sign(checkpoint());
        assertThat(note.open(List.of(made.verifierKey()))).hasSize(1);
    }

    @Test
    void thoseWhoMakeItAtOnceGetTheSameKey() throws Exception {
        Path file = folder.resolve("a.key");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<NoteKeyPair>> made = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                made.add(threads.submit(() -> new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519)));
            }
            List<String> keys = new ArrayList<>();
            for (Future<NoteKeyPair> key : made) {
                keys.add(key.get().verifierKey().format());
            }
            assertThat(keys).hasSize(20).containsOnly(keys.getFirst());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        Path file = folder.resolve("a.key");
        new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageContaining("aletheia.keys.directory");
    }

    /** As a cluster mounts a Secret for the server's group: links into a folder, the files readable, nothing writable. */
    @Test
    void keysMadeBeforehandAreReadFromAMountedSecret() throws Exception {
        Path made = folder.resolve("made");
        KeyMaking.make(made, ORIGIN);
        KeyMaking.make(made, ORIGIN);
        List<NoteVerifierKey> keys = all(made);
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
                Files.createSymbolicLink(mounted.resolve(file.getFileName()), file);
            }
        }
        Files.setPosixFilePermissions(mounted, PosixFilePermissions.fromString("r-xr-x---"));
        assertThat(all(mounted)).isEqualTo(keys);
        assertThat(keys)
                .extracting(NoteVerifierKey::name)
                .containsExactly(ORIGIN, ORIGIN, ORIGIN + "/promise", ORIGIN + "/witness", ORIGIN + "/witness");
        FileKeyEncryptionKeys.make(mounted);
        try (Stream<Path> files = Files.list(mounted)) {
            assertThat(files).hasSize(7);
        }
    }

    @Test
    void furtherKeysOfAKindAreNumberedAndTheOldestComesFirst() throws Exception {
        SigningKeys keys = new FileSigningKeys(folder, ORIGIN, InstantSource.system());
        NoteVerifierKey second = keys.make(SigningPurpose.PROMISE, SignatureType.ED25519, 2);
        NoteVerifierKey tenth = keys.make(SigningPurpose.PROMISE, SignatureType.ED25519, 10);
        NoteVerifierKey first = keys.make(SigningPurpose.PROMISE, SignatureType.ED25519, 1);
        Files.writeString(folder.resolve("promise-ed25519-02.key"), "not one of them");
        assertThat(keys.held(SigningPurpose.PROMISE)).containsExactly(first, second, tenth);
        assertThat(keys.newest(SigningPurpose.PROMISE, SignatureType.ED25519)).isEqualTo(10);
        assertThat(keys.make(SigningPurpose.PROMISE, SignatureType.ED25519, 2)).isEqualTo(second);
        assertThat(keys.held(SigningPurpose.CHECKPOINT)).isEmpty();
        SignedNote note = SignedNote.sign(checkpoint(), List.of(keys.signer(tenth)));
        assertThat(note.open(List.of(tenth))).hasSize(1);
        Files.delete(folder.resolve("promise-ed25519-2.key"));
        SigningKeys another = new FileSigningKeys(folder, ORIGIN, InstantSource.system());
        assertThatThrownBy(() -> another.signer(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(second.label())
                .hasMessageContaining("backup");
    }

    @Test
    void theKeyOfAnotherLogIsRefused() {
        Path file = folder.resolve("a.key");
        new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519);
        assertThatThrownBy(() -> new KeyFile(file).loadOrCreate("other.org/log", SignatureType.ED25519))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aletheia.log.origin");
    }

    @Test
    void aDamagedFileIsRefusedAndKept() throws Exception {
        Path file = folder.resolve("a.key");
        new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519);
        Files.writeString(file, Files.readString(file).substring(0, 40));
        assertThatThrownBy(() -> new KeyFile(file).loadOrCreate(ORIGIN, SignatureType.ED25519))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("backup");
        assertThat(Files.size(file)).isEqualTo(40);
    }

    private static String checkpoint() {
        return ORIGIN + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    }

    private static List<NoteVerifierKey> all(Path directory) {
        SigningKeys keys = new FileSigningKeys(directory, ORIGIN, InstantSource.system());
        return Stream.of(SigningPurpose.values())
                .flatMap(purpose -> keys.held(purpose).stream())
                .toList();
    }
}
