package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.SecureBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored object opens with a given key, whole or not at all, and every change of it has its code. */
@Tag("unit")
class DecryptionTest {
    private static final int CAPACITY = TestObject.SEGMENT - 16;

    @TempDir
    Path folder;

    private final byte[] content = SecureBytes.random(2 * CAPACITY + 77_777);
    private TestObject made;

    DecryptionTest() throws Exception {
        made = new TestObject(content);
    }

    @BeforeEach
    void write() throws Exception {
        write(made.id.toString(), made.bytes);
        writeText("data-key", TestObject.base64(made.dataKey));
        writeText("unit-key", TestObject.base64(made.unitKey));
        writeText("copy", made.registerCopy());
        writeText("kek", TestObject.base64(made.kek));
    }

    @Test
    void eachKindOfKeyOpensIt() throws Exception {
        for (List<String> key : List.of(
                List.of("--data-key", path("data-key")),
                List.of("--unit-key", path("unit-key")),
                List.of("--register", path("copy"), "--kek", path("kek")))) {
            assertThat(open(made.id.toString(), key))
                    .startsWith("0 ")
                    .contains("[ok]   content: opens whole: " + Digest.sha256(content))
                    .contains("[note] not-checked: file: no receipt was given");
            assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(content);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out"))))
                    .isEqualTo("rw-------");
            Files.delete(folder.resolve("out"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CAPACITY - 40, CAPACITY - 39, 2 * CAPACITY - 40, 2 * CAPACITY - 39})
    void everyLengthOpens(int length) throws Exception {
        made = new TestObject(Arrays.copyOf(content, length));
        write();
        assertThat(open(made.id.toString(), dataKey())).startsWith("0 ");
        assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(Arrays.copyOf(content, length));
    }

    @Test
    void whatTheReceiptDoesNotNameIsNotWritten() throws Exception {
        TestLog log = new TestLog();
        Path keys = Files.write(folder.resolve("keys"), log.vkeys());
        assertThat(against(keys, receipt(log, content)))
                .startsWith("0 ")
                .contains("[ok]   inclusion")
                .contains("proves that these bytes were held by evidence.example/log no later than");
        Files.delete(folder.resolve("out"));
        assertThat(against(keys, receipt(log, new byte[] {1})))
                .startsWith("1 ")
                .contains("[FAIL] file:")
                .contains("nothing was written");
        assertNothingWritten();
    }

    @Test
    void aKeyForOneObjectIsGivenAwayAlone() throws Exception {
        assertThat(run("data-key", path(made.id.toString()), path("exported"), "--unit-key", path("unit-key")))
                .startsWith("0 ");
        assertThat(Files.readString(folder.resolve("exported")).strip()).isEqualTo(TestObject.base64(made.dataKey));
        assertThat(open(made.id.toString(), List.of("--data-key", path("exported"))))
                .startsWith("0 ");
    }

    @Test
    void everyTamperedObjectHasItsCode() throws Exception {
        assertRefused("object-header", flipped(0));
        assertRefused("object-header", flipped(2));
        assertRefused("object-header", flipped(4));
        assertRefused("object-header", flipped(38));
        assertRefused("object-header", flipped(TestObject.HEADER));
        assertRefused("object-id", flipped(20));
        assertRefused("segment", flipped(TestObject.HEADER + 1));
        assertRefused("segment", flipped(TestObject.HEADER + 39));
        assertRefused("segment", flipped(TestObject.HEADER + TestObject.SEGMENT + 5));
        assertRefused("segment", flipped(made.bytes.length - 1));
        assertRefused("segment", swappedSegments());
        assertRefused("object-end", Arrays.copyOf(made.bytes, TestObject.HEADER + 2 * TestObject.SEGMENT));
        assertRefused("object-end", Arrays.copyOf(made.bytes, TestObject.HEADER + 2 * TestObject.SEGMENT + 15));
        assertRefused("segment", Arrays.copyOf(made.bytes, made.bytes.length - 1));
        assertRefused("object-end", Arrays.copyOf(made.bytes, TestObject.HEADER + 39));
        assertRefused("object-end", Arrays.copyOf(made.bytes, 98));
        assertRefused("object-end", new byte[0]);
        made = new TestObject(Arrays.copyOf(content, 2 * CAPACITY - 40));
        assertRefused("object-end", Arrays.copyOf(made.bytes, made.bytes.length + 1_000));
        made = new TestObject(Arrays.copyOf(content, CAPACITY));
        assertRefused("segment", Arrays.copyOf(made.bytes, made.bytes.length + 1));
    }

    @Test
    void anotherObjectOrKeyHasItsCode() throws Exception {
        write("renamed", flipped(20));
        assertFailed("segment", open("renamed", dataKey()));
        assertFailed("data-key", open("renamed", List.of("--unit-key", path("unit-key"))));
        write("another", flipped(25));
        assertFailed("data-key", open("another", List.of("--unit-key", path("unit-key"))));
        assertFailed("unit-key", open("another", List.of("--register", path("copy"), "--kek", path("kek"))));
        writeText("other", TestObject.base64(SecureBytes.random(32)));
        String object = made.id.toString();
        assertFailed("segment", open(object, List.of("--data-key", path("other"))));
        assertFailed("data-key", open(object, List.of("--unit-key", path("other"))));
        assertFailed("key", open(object, List.of("--register", path("copy"), "--kek", path("other"))));
        writeText("no-key", "AAAA");
        assertFailed("key", open(object, List.of("--data-key", path("no-key"))));
        assertFailed("key", open(object, List.of("--data-key", path(object))));
        String copy = made.registerCopy();
        writeText("copy", copy.replaceAll("\"wrapped(By)?\":\"[^\"]*\",", ""));
        List<String> registered = List.of("--register", path("copy"), "--kek", path("kek"));
        assertFailed("unit-key", open(object, registered));
        writeText("copy", copy.replace("\"wrapped\":\"A", "\"wrapped\":\"B"));
        assertFailed("unit-key", open(object, registered));
        writeText(
                "copy",
                copy.replaceFirst("\"wrapped\":\"(.{20}).", "\"wrapped\":\"$1" + "#")
                        .replace('#', other(copy)));
        assertFailed("unit-key", open(object, registered));
        assertThat(run("data-key", path(object), path("out"), "--unit-key", path("other")))
                .startsWith("1 ");
        assertNothingWritten();
    }

    @Test
    void objectsThatChangedPlacesAreFoundByTheirNames() throws Exception {
        UUID other = UUID.randomUUID();
        write(other.toString(), made.bytes);
        assertFailed("object-id", open(other.toString(), dataKey()));
    }

    @Test
    void itNeedsOneKeyAndANewFile() throws Exception {
        String object = path(made.id.toString());
        writeText("out", "kept");
        assertThat(run("decrypt", object, path("out"), "--no-receipt", "--data-key", path("data-key")))
                .startsWith("2 ")
                .contains("is there already");
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo("kept\n");
        assertThat(run("decrypt", object, path("new"), "--no-receipt")).startsWith("2 ");
        assertThat(run("decrypt", object, path("new"), "--no-receipt", "--kek", path("kek")))
                .startsWith("2 ");
        assertThat(run("decrypt", object, path("new"), "--data-key", path("data-key")))
                .startsWith("2 usage");
        assertThat(run("decrypt", path("none"), path("new"), "--no-receipt", "--data-key", path("data-key")))
                .startsWith("2 ");
        assertThat(Files.exists(folder.resolve("new"))).isFalse();
    }

    private void assertRefused(String code, byte[] object) throws IOException {
        write(made.id.toString(), object);
        writeText("data-key", TestObject.base64(made.dataKey));
        assertFailed(code, open(made.id.toString(), dataKey()));
    }

    private void assertFailed(String code, String output) throws IOException {
        assertThat(output).startsWith("1 ").contains("[FAIL] " + code + ": ").contains("nothing was written");
        assertNothingWritten();
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.equals("out") || name.startsWith("."));
        }
    }

    private byte[] flipped(int at) {
        byte[] bytes = made.bytes.clone();
        bytes[at] ^= 1;
        return bytes;
    }

    private byte[] swappedSegments() {
        byte[] bytes = made.bytes.clone();
        int rest = made.bytes.length - TestObject.HEADER - 2 * TestObject.SEGMENT;
        int second = TestObject.HEADER + TestObject.SEGMENT;
        System.arraycopy(made.bytes, second + TestObject.SEGMENT, bytes, second, rest);
        System.arraycopy(made.bytes, second, bytes, second + rest, TestObject.SEGMENT);
        return bytes;
    }

    private static char other(String copy) {
        return copy.charAt(copy.indexOf("\"wrapped\":\"") + 11 + 20) == 'A' ? 'B' : 'A';
    }

    private Path receipt(TestLog log, byte[] file) throws IOException {
        Event event = Event.of(EventTypes.RECEIVED, Ids.timeOrdered(), Instant.now())
                .detail(Map.of("digests", Map.of("sha-256", Digest.sha256(file).hex()), "size", file.length))
                .build();
        SealedEvent sealed = log.append(event, EventSeed.random());
        Receipt receipt = new Receipt(sealed.disclose(Set.of()), Optional.empty(), Optional.of(log.proof(sealed)));
        return Files.write(folder.resolve("receipt"), CanonicalJson.write(receipt.json()));
    }

    private String against(Path keys, Path receipt) {
        return run(
                "decrypt",
                TestLog.ORIGIN,
                keys.toString(),
                receipt.toString(),
                path(made.id.toString()),
                path("out"),
                "--data-key",
                path("data-key"));
    }

    private String open(String object, List<String> key) {
        String[] words = {"decrypt", path(object), path("out"), "--no-receipt"};
        return run(Stream.concat(Stream.of(words), key.stream()).toArray(String[]::new));
    }

    private List<String> dataKey() {
        return List.of("--data-key", path("data-key"));
    }

    private static String run(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(words, out, out) + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void writeText(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
    }
}
