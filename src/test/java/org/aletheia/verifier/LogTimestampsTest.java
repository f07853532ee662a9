package org.aletheia.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.transparency.timestamp.TestAuthority;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps beside a whole published log: of checkpoints that it extends, and each way in which they can be wrong. */
@Tag("unit")
class LogTimestampsTest {
    private static final String LIST = "timestamps/latest";

    private final TestTiles log = new TestTiles();
    private final TestAuthority one = TestAuthority.named("one").make();
    private final TestAuthority two = TestAuthority.named("two").make();

    @Test
    void itsFirstEntriesWereInItNoLaterThanThat() throws IOException {
        log.grow(300);
        stamp(one);
        log.grow(100);
        stamp(two);
        log.grow(100);
        Verdict verdict = check(one, two);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text())
                .contains("[ok]   timestamp: timestamps/300/one.tst: no later than ")
                .contains("[ok]   consistency: the first 300 entries are those of then")
                .contains("[ok]   consistency: the first 400 entries are those of then");
        assertThat(verdict.statement())
                .containsPattern(
                        "; its first 300 entries were in it no later than [0-9TZ:-]+, as timestamped by CN=one; "
                                + "its first 400 entries were in it no later than [0-9TZ:-]+, as timestamped by CN=two; says");
    }

    @Test
    void oneThatIsNotTrustedIsLeftAside() throws IOException {
        log.grow(300);
        stamp(one);
        log.grow(100);
        stamp(two);
        Verdict verdict = check(two);
        assertThat(verdict.passed()).as(verdict.text()).isTrue();
        assertThat(verdict.text()).contains("[note] timestamp-chain: left aside: timestamps/300/one.tst");
        assertThat(verdict.statement()).doesNotContain("first 300").contains("first 400");
        assertThat(failed(check(TestAuthority.named("three").make())))
                .containsExactly("timestamp-chain", "timestamp-chain", "timestamp");
    }

    @Test
    void absenceIsAFailureUnlessItIsWaivedOrNothingWasAsked() throws IOException {
        log.grow(10);
        assertThat(failed(check(one))).containsExactly("timestamp");
        assertThat(failed(check(trust().timestampedUnder(List.of(one.root()), true))))
                .isEmpty();
        Verdict unasked = check(trust());
        assertThat(unasked.passed()).isTrue();
        assertThat(unasked.text()).contains("[note] not-checked: timestamps: no root of an authority was given");
    }

    @Test
    void whatIsMissingOrChangedIsNamed() throws IOException {
        log.grow(300);
        stamp(one);
        log.grow(20);
        String checkpoint = "timestamps/300/checkpoint";
        String token = "timestamps/300/one.tst";
        assertThat(failed(with(token, Optional.empty()))).containsExactly("missing", "timestamp");
        assertThat(failed(with(checkpoint, Optional.empty()))).containsExactly("missing", "timestamp");
        assertThat(failed(with(token, Optional.of(new byte[9])))).containsExactly("timestamp-form", "timestamp");
        assertThat(failed(with(
                        token, Optional.of(one.token(log.file("checkpoint")).encoded()))))
                .containsExactly("timestamp-imprint", "timestamp");
        assertThat(failed(with(checkpoint, Optional.of(log.file("checkpoint")))))
                .containsExactly("timestamped-checkpoint", "timestamp-imprint", "timestamp");
        assertThat(failed(with(checkpoint, Optional.of(new byte[9]))))
                .containsExactly("timestamped-checkpoint", "timestamp-imprint", "timestamp");
        for (String list : List.of("300 one two\n", "0300 one\n", "300\n", "../300 one\n", "300 ../one\n")) {
            assertThat(failed(with(LIST, Optional.of(list.getBytes(UTF_8)))))
                    .as(list)
                    .containsExactly("timestamp-form", "timestamp");
        }
        assertThat(failed(with(LIST, Optional.of("300 one\n".repeat(33).getBytes(UTF_8)))))
                .containsExactly("timestamp-form", "timestamp");
        assertThat(failed(check(one))).isEmpty();
    }

    /** Signed by the log and timestamped, and yet not what the log holds now: the log has rewritten its history. */
    @Test
    void aTimestampedForkIsAFork() throws IOException {
        log.grow(300);
        stamp(one);
        Map<String, byte[]> kept = Map.copyOf(log.files);
        log.forget(150);
        log.grow(200);
        kept.forEach((path, bytes) -> {
            if (path.startsWith("timestamps/")) {
                log.files.put(path, bytes);
            }
        });
        assertThat(failed(check(one))).containsExactly("consistency");
        log.forget(100);
        kept.forEach((path, bytes) -> {
            if (path.startsWith("timestamps/")) {
                log.files.put(path, bytes);
            }
        });
        Verdict shorter = check(one);
        assertThat(failed(shorter)).containsExactly("consistency");
        assertThat(shorter.text()).contains("the log had 300 entries, now 250");
    }

    /** Between the list and the checkpoint a live log may grow, and be timestamped again. */
    @Test
    void aLogThatGrowsMeanwhileIsNoFork() throws IOException {
        log.grow(300);
        stamp(one);
        LogFiles growing = path -> {
            Optional<byte[]> found = Optional.ofNullable(log.files.get(path));
            if (path.equals(LIST) || path.equals("checkpoint")) {
                log.grow(10);
                log.files.remove(LIST);
                stamp(one);
            }
            return found;
        };
        Verdict verdict =
                new LogCheck(trust().timestampedUnder(List.of(one.root()), false)).check(growing, Optional.empty());
        assertThat(failed(verdict)).as(verdict.text()).isEmpty();
    }

    @Test
    void runsAsACommandOnAFolder(@TempDir Path folder) throws Exception {
        log.grow(300);
        stamp(one);
        for (Map.Entry<String, byte[]> file : log.files.entrySet()) {
            Path path = folder.resolve("log").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Path keys = Files.write(folder.resolve("keys"), log.vkeys());
        Path root = TimestampedReceiptTest.pem(folder.resolve("root.pem"), one.root());
        assertThat(run("log", TestLog.ORIGIN, keys, folder.resolve("log"), "--timestamp-root", root))
                .startsWith("0 ")
                .contains("[ok]   timestamp: timestamps/300/one.tst: no later than ");
    }

    private static String run(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(Stream.of(words).map(Object::toString).toArray(String[]::new), out, out) + " "
                + bytes.toString(StandardCharsets.UTF_8);
    }

    /** Timestamps what is published now. */
    private void stamp(TestAuthority authority) {
        String name = authority == one ? "one" : "two";
        byte[] checkpoint = log.file("checkpoint");
        log.files.put("timestamps/" + log.size() + "/checkpoint", checkpoint);
        log.files.put(
                "timestamps/" + log.size() + "/" + name + ".tst",
                authority.token(checkpoint).encoded());
        String before = new String(log.files.getOrDefault(LIST, new byte[0]), UTF_8);
        log.files.put(LIST, (before + log.size() + " " + name + "\n").getBytes(UTF_8));
    }

    private Verdict with(String path, Optional<byte[]> other) throws IOException {
        byte[] right = log.file(path);
        other.ifPresentOrElse(bytes -> log.files.put(path, bytes), () -> log.files.remove(path));
        Verdict verdict = check(one);
        log.files.put(path, right);
        return verdict;
    }

    private Verdict check(TestAuthority... trusted) throws IOException {
        return check(trust().timestampedUnder(
                        Stream.of(trusted).map(TestAuthority::root).toList(), false));
    }

    private Verdict check(Trust trust) throws IOException {
        return new LogCheck(trust).check(path -> Optional.ofNullable(log.files.get(path)), Optional.empty());
    }

    private Trust trust() {
        return Trust.of(TestLog.ORIGIN, log.vkeys(), 0);
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::isFailed)
                .map(Finding::check)
                .toList();
    }
}
