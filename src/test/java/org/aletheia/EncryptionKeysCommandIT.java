package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.aletheia.testing.AdminDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key-encryption keys as their operator exchanges them, and as fsck looks at them. */
@QuarkusTest
@Tag("it")
class EncryptionKeysCommandIT extends FsckScene {
    private record Said(int exit, String out, String err) {}

    @Test
    void isExchangedBesideTheServerAndToldInTheJournal() throws Exception {
        int before = keys().size();
        Said rotated = command("rotate");
        assertThat(rotated.exit()).as(rotated.err()).isZero();
        assertThat(keys()).hasSize(before + 1);
        assertThat(command("rotate", "twice").exit()).isEqualTo(EncryptionKeysCommand.FAILED);
        Awaitility.await().atMost(PATIENCE).until(() -> command("list").out().contains("in use"));
        String old = keys().get(before - 1);
        assertThat(command("retire", old).exit()).as("at once").isEqualTo(EncryptionKeysCommand.REFUSED);
        settle();
        assertThat(fsck().faults()).isEmpty();

        spoiled(
                () -> attack(List.of("update key_encryption_key set retired_at = now() where name = '" + old + "'")),
                () -> attack(List.of("update key_encryption_key set retired_at = null where name = '" + old + "'")),
                Set.of("wrapping-unlogged"));
    }

    @Test
    void aUnitKeyUnderAKeyThatNobodyHolds() throws Exception {
        altered(
                "unit_key",
                "wrapped_by",
                "id = (select unit_key from item where id = '" + item + "')",
                "'0123456789abcdef'",
                Set.of("wrapping-missing", "wrapping-retired", "key-broken", "key-copy-differs"));
    }

    @Test
    void whatIsAskedWronglyChangesNothing() {
        List<String> before = keys();
        for (List<String> words : List.of(List.of("list", "x"), List.of("retire"), List.of("forget"))) {
            Said said = command(words.toArray(String[]::new));
            assertThat(said.exit()).as(words.toString()).isEqualTo(EncryptionKeysCommand.FAILED);
            assertThat(said.err()).contains("usage");
        }
        assertThat(command("retire", "0123456789abcdef").exit()).isEqualTo(EncryptionKeysCommand.REFUSED);
        assertThat(keys()).isEqualTo(before);
    }

    private static List<String> keys() {
        return AdminDatabase.column("select name from key_encryption_key order by number");
    }

    private static Said command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = EncryptionKeysCommand.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
