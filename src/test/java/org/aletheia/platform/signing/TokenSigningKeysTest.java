package org.aletheia.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aletheia.testing.SoftHsm;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real module and token. */
@Tag("slow")
@Tag("pkcs11")
class TokenSigningKeysTest {
    private static final AtomicInteger LOGS = new AtomicInteger();

    @TempDir
    static Path pins;

    @TempDir
    Path folder;

    /** One for all tests, each with a log of its own: a module looks for tokens when it is loaded and never again. */
    private static SoftHsm token = SoftHsm.none();

    private final String origin = "example.org/log" + LOGS.incrementAndGet();
    private final String checkpoint = origin + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    @BeforeAll
    static void anEmptyToken() throws Exception {
        token = SoftHsm.create("t-" + UUID.randomUUID().toString().substring(0, 8), pins);
    }

    @Test
    void keysAreMadeOnTheTokenAndSignThere() {
        SigningKeys keys = keys(token.token());
        NoteVerifierKey log = keys.make(SigningPurpose.CHECKPOINT, SignatureType.ED25519, 1);
        NoteVerifierKey cosigning = keys.make(SigningPurpose.COSIGNING, SignatureType.ED25519_COSIGNATURE, 1);
        SignedNote note = SignedNote.sign(checkpoint, List.of(keys.signer(log), keys.signer(cosigning)));
        assertThat(note.open(List.of(log, cosigning))).hasSize(2);
        SigningKeys another = keys(token.token());
        assertThat(another.held(SigningPurpose.CHECKPOINT, SignatureType.ED25519))
                .containsExactly(log);
        assertThat(another.make(SigningPurpose.CHECKPOINT, SignatureType.ED25519, 1))
                .isEqualTo(log);
        NoteVerifierKey second = another.make(SigningPurpose.CHECKPOINT, SignatureType.ED25519, 2);
        assertThat(keys.held(SigningPurpose.CHECKPOINT, SignatureType.ED25519)).containsExactly(log, second);
        assertThat(keys.newest(SigningPurpose.CHECKPOINT, SignatureType.ED25519))
                .isEqualTo(2);
        assertThat(keys.held(SigningPurpose.PROMISE, SignatureType.ED25519)).isEmpty();
    }

    @Test
    void keysOfAnotherLogOnTheSameTokenAreNotOurs() {
        keys(token.token()).make(SigningPurpose.PROMISE, SignatureType.ED25519, 1);
        SigningKeys other = new TokenSigningKeys(
                SoftHsm.library(), token.token(), token.pinFile(), origin + "-other", Clock.systemUTC());
        assertThat(other.held(SigningPurpose.PROMISE, SignatureType.ED25519)).isEmpty();
    }

    @Test
    void manyThreadsShareIt() throws Exception {
        SigningKeys keys = keys(token.token());
        NoteVerifierKey key = keys.make(SigningPurpose.PROMISE, SignatureType.ED25519, 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<SignedNote>> notes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = "note " + i + "\n";
                notes.add(threads.submit(() -> SignedNote.sign(text, List.of(keys.signer(key)))));
            }
            for (Future<SignedNote> note : notes) {
                assertThat(note.get().open(List.of(key))).hasSize(1);
            }
        }
    }

    @Test
    void onlyTheKindThatATokenCannotHoldStaysInFiles() throws Exception {
        SigningKeys keys = HeldKeys.of(config(), origin, Clock.systemUTC());
        for (SigningPurpose purpose : SigningPurpose.values()) {
            assertThat(keys.heldOrMade(purpose)).hasSize(purpose.types().size());
            SignedNote note = SignedNote.sign(
                    checkpoint, keys.held(purpose).stream().map(keys::signer).toList());
            assertThat(note.open(keys.held(purpose))).hasSize(purpose.types().size());
        }
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("checkpoint-ml-dsa-44.key", "cosigning-ml-dsa-44.key");
        }
    }

    @Test
    void aWrongPinASpreadPinAndAnAbsentTokenAreToldApart() throws Exception {
        assertThatThrownBy(() -> keys("no-such-token").held(SigningPurpose.PROMISE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aletheia.keys.pkcs11.token");
        Path wrong = pin("wrong", "0000\n");
        assertThatThrownBy(() -> keys(wrong).held(SigningPurpose.PROMISE))
                .isInstanceOf(SignerUnavailableException.class)
                .hasMessageContaining("C_LOGIN");
        Path spread = pin("spread", Files.readString(token.pinFile()));
        Files.setPosixFilePermissions(spread, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> keys(spread).held(SigningPurpose.PROMISE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void keysInFilesGoOnSigningBesideThoseOnTheToken() {
        SigningKeys before = new FileSigningKeys(folder.resolve("keys"), origin, Clock.systemUTC());
        SigningKeys keys = HeldKeys.of(config(), origin, Clock.systemUTC());
        for (SigningPurpose purpose : SigningPurpose.values()) {
            List<NoteVerifierKey> inFiles = before.heldOrMade(purpose);
            purpose.types().forEach(type -> keys.make(purpose, type, keys.newest(purpose, type) + 1));
            List<NoteVerifierKey> all = keys.held(purpose);
            assertThat(all).hasSize(2 * purpose.types().size()).containsAll(inFiles);
            SignedNote note =
                    SignedNote.sign(checkpoint, all.stream().map(keys::signer).toList());
            assertThat(note.open(all)).hasSize(all.size());
        }
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        SigningKeys keys = keys(token.token());
        NoteVerifierKey stranger = new NoteVerifierKey(origin, SignatureType.ED25519, new byte[32]);
        assertThatThrownBy(() -> keys.signer(stranger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(stranger.label());
    }

    @Test
    void whatIsNoModuleIsRefused() throws Exception {
        Path none = Files.writeString(folder.resolve("none.so"), "nothing");
        SigningKeys keys = new TokenSigningKeys(none, token.token(), token.pinFile(), origin, Clock.systemUTC());
        assertThatThrownBy(() -> keys.held(SigningPurpose.PROMISE)).isInstanceOf(IllegalArgumentException.class);
    }

    private SigningKeys keys(String label) {
        return new TokenSigningKeys(SoftHsm.library(), label, token.pinFile(), origin, Clock.systemUTC());
    }

    private SigningKeys keys(Path pinFile) {
        return new TokenSigningKeys(SoftHsm.library(), token.token(), pinFile, origin, Clock.systemUTC());
    }

    private Path pin(String name, String pin) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, pin);
    }

    private SigningKeysConfig config() {
        return new SigningKeysConfig() {
            @Override
            public Path directory() {
                return folder.resolve("keys");
            }

            @Override
            public Optional<Pkcs11> pkcs11() {
                return Optional.of(new Pkcs11() {
                    @Override
                    public Path library() {
                        return SoftHsm.library();
                    }

                    @Override
                    public String token() {
                        return token.token();
                    }

                    @Override
                    public Path pinFile() {
                        return token.pinFile();
                    }
                });
            }
        };
    }
}
