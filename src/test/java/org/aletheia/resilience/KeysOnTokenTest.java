package org.aletheia.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.SoftHsm;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.keys.KeyHistory;
import org.aletheia.transparency.keys.KeyStanding;
import org.aletheia.verifier.ReceiptCheck;
import org.aletheia.verifier.Trust;
import org.aletheia.verifier.Verdict;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose keys lie in files moves to a token while it goes on, by the commands that an operator has. */
@Tag("slow")
@Tag("pkcs11")
class KeysOnTokenTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void theLogGoesOnUnderKeysThatCannotLeaveTheirToken() throws Exception {
        SoftHsm token = SoftHsm.create("log-" + UUID.randomUUID().toString().substring(0, 8), folder);
        Map<String, String> onToken = Map.of(
                "aletheia.keys.pkcs11.library", SoftHsm.library().toString(),
                "aletheia.keys.pkcs11.token", token.token(),
                "aletheia.keys.pkcs11.pin-file", token.pinFile().toString());
        try (Trial trial = new Trial(Map.of())) {
            Map<String, String> settings = new HashMap<>(trial.settings());
            settings.putAll(onToken);
            List<NoteVerifierKey> old;
            try (RunningServer inFiles = trial.start()) {
                trial.enrol(inFiles);
                old = history(inFiles).newest().active();
                receipt(inFiles, old);
            }
            Map<String, String> mistyped = new HashMap<>(settings);
            mistyped.put("aletheia.keys.pkcs11.pin-file", pin("0000").toString());
            assertThat(command(mistyped, 2, "log", "keys", "rotate", "checkpoint"))
                    .contains("C_LOGIN");
            command(settings, 0, "log", "keys", "rotate", "checkpoint");
            command(settings, 0, "log", "keys", "rotate", "promise");
            try (RunningServer moved = trial.start(onToken)) {
                KeyHistory both = history(moved);
                assertThat(both.vouchedBy(old)).isEqualTo(both.size()).isEqualTo(3);
                receipt(moved, old);
                receipt(moved, fresh(both, old));
                command(settings, 2, "log", "keys", "retire");
                command(settings, 1, "log", "keys", "retire", "nobody+00000000");
                String[] retired = new String[] {"log", "keys", "retire"};
                command(settings, 0, concat(retired, inFiles(old)));
                Awaitility.await().atMost(PATIENCE).until(() -> history(moved).size() == 4);
                KeyHistory last = history(moved);
                assertThat(last.newest().keys())
                        .filteredOn(key -> key.standing() == KeyStanding.RETIRED)
                        .hasSize(3);
                receipt(moved, fresh(last, old));
            }
            try (RunningServer again = trial.start(onToken)) {
                receipt(again, fresh(history(again), old));
                Path found = folder.resolve("fsck.txt");
                int exit = RunningServer.run(settings, found, "fsck").waitFor();
                assertThat(exit).as(() -> text(found)).isZero();
            }
        }
    }

    /** The keys of checkpoints and promises that were in files. */
    private static String[] inFiles(List<NoteVerifierKey> old) {
        return old.stream()
                .map(NoteVerifierKey::label)
                .filter(label -> !label.contains("/witness+"))
                .toArray(String[]::new);
    }

    private static List<NoteVerifierKey> fresh(KeyHistory history, List<NoteVerifierKey> old) {
        return history.newest().active().stream()
                .filter(key -> !old.contains(key))
                .toList();
    }

    /** Hands something in and has its receipt verified under these keys alone. */
    private static void receipt(RunningServer server, List<NoteVerifierKey> keys) throws Exception {
        byte[] bytes = ("a note " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.sha256(bytes);
        Documenter documenter = new Documenter(server);
        Documenter.Answer item = documenter.upload(
                documenter.deposit(documenter.submission()),
                bytes.length,
                () -> new ByteArrayInputStream(bytes),
                digest.bytes());
        assertThat(item.status()).as(item.body()).isEqualTo(201);
        String event = item.text("receipt.event");
        Awaitility.await().atMost(PATIENCE).until(() -> documenter
                .get("/api/v1/events/" + event + "/receipt")
                .body()
                .contains("\"proof\""));
        Receipt receipt = Receipt.parse(
                documenter.get("/api/v1/events/" + event + "/receipt").body().getBytes(StandardCharsets.UTF_8));
        String origin = history(server).newest().origin();
        Verdict verdict = new ReceiptCheck(new Trust(origin, keys, 0), EventTypeRegistry.builtIn(), false)
                .check(receipt, Optional.of(digest), Optional.empty());
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
    }

    private static KeyHistory history(RunningServer server) throws Exception {
        return KeyHistory.parse(new Documenter(server).get("/log/keys").body());
    }

    private Path pin(String pin) throws IOException {
        Path file = Files.createTempFile(folder, "pin", ""); // for its owner alone
        return Files.writeString(file, pin + "\n");
    }

    /** What it said. */
    private String command(Map<String, String> settings, int expected, String... words) throws Exception {
        Path said = folder.resolve("command.txt");
        Files.deleteIfExists(said);
        int exit = RunningServer.run(settings, said, words).waitFor();
        assertThat(exit).as(() -> Arrays.toString(words) + "\n" + text(said)).isEqualTo(expected);
        return text(said);
    }

    private static String[] concat(String[] some, String[] more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
