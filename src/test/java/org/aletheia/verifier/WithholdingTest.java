package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.transparency.timestamp.TestAuthority;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever holds a receipt or history can hand on less of it, without the server, and it verifies as before. */
@Tag("unit")
class WithholdingTest {
    private final SmallHouse house = new SmallHouse();

    @TempDir
    Path folder;

    @Test
    void aReceiptSaysLessAndVerifiesAsBefore() throws IOException {
        TestAuthority authority = TestAuthority.named("one").make();
        Receipt right = new Receipt(
                house.received.disclose(Set.of()),
                Optional.of(house.promise(house.received, SmallHouse.AFTER)),
                Optional.of(house.log.proof(house.received)),
                List.of(ReceiptTimestamp.of("one", authority.token(house.note()).encoded())));
        Path document = Files.write(folder.resolve("receipt.json"), SmallHouse.json(right));
        Path out = folder.resolve("less.json");
        assertThat(run("withhold", document, "actor,organisation,id", out))
                .startsWith("0 ")
                .contains("[note] withheld: id, actor, organisation in " + out);
        Receipt less = Receipt.parse(Files.readAllBytes(out));
        assertThat(less.event().withheld()).containsExactly(EventField.ID, EventField.ACTOR, EventField.ORGANISATION);
        assertThat(less.event().entry()).isEqualTo(right.event().entry());
        assertThat(less.timestamps()).isEqualTo(right.timestamps());
        assertThat(Files.readString(out)).doesNotContain("p-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(run("receipt", TestLog.ORIGIN, keys(), out, file()))
                .startsWith("0 ")
                .contains("[ok]   file: ", "[ok]   promise: ", "[note] withheld: id, actor, organisation");
    }

    @Test
    void aHistoryWithoutSubjectsHasNoOpeningsThatWouldShowThem() throws IOException {
        byte[] history = house.history(house.log, house.received, house.viewed, house.listed);
        String more = FixtureWriter.text(history).replaceFirst("\"number\":1", "\"number\":1,\"note\":\"by p-1\"");
        Path document = Files.writeString(folder.resolve("history.json"), more);
        Path actorless = folder.resolve("actorless.json");
        assertThat(run("withhold", document, "actor", actorless)).startsWith("0 ");
        assertThat(Files.readString(actorless))
                .contains("\"opening\"", house.item.id().toString())
                .doesNotContain("p-1");
        assertThat(run("item", TestLog.ORIGIN, keys(), actorless, file()))
                .startsWith("0 ")
                .contains("[ok]   subject: item " + house.item.id());
        Path subjectless = folder.resolve("subjectless.json");
        assertThat(run("withhold", actorless, "subject,detail", subjectless))
                .startsWith("0 ")
                .contains("[note] file: nobody can hold a file against it");
        assertThat(Files.readString(subjectless))
                .doesNotContain("opening", house.item.id().toString());
        assertThat(run("item", TestLog.ORIGIN, keys(), subjectless)).startsWith("0 ");
    }

    @Test
    void nothingIsOverwrittenOrHalfWritten() throws IOException {
        Path document = Files.write(
                folder.resolve("receipt.json"), SmallHouse.json(house.receipt(house.log, Optional.empty())));
        Path there = Files.writeString(folder.resolve("there"), "kept");
        assertThat(run("withhold", document, "actor", there))
                .startsWith("2 cannot verify: " + there + " is there already");
        assertThat(Files.readString(there)).isEqualTo("kept");
        assertThat(run("withhold", document, "actor,names", folder.resolve("out")))
                .startsWith("2 ")
                .contains("names");
        assertThat(run("withhold", document, "", folder.resolve("out"))).startsWith("2 ");
        assertThat(run("withhold", there, "actor", folder.resolve("out"))).startsWith("2 ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(document, there);
        }
    }

    private Path keys() throws IOException {
        return Files.writeString(
                folder.resolve("keys"),
                house.log.ed25519.verifierKey().format() + "\n"
                        + house.promiser.verifierKey().format() + "\n");
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("file"), SmallHouse.FILE);
    }

    private static String run(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Verify.run(Stream.of(words).map(Object::toString).toArray(String[]::new), out, out) + " "
                + bytes.toString(StandardCharsets.UTF_8);
    }
}
