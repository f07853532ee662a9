package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.aletheia.testing.AdminDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of the lists of the log's keys and of its timestamps. */
@QuarkusTest
@Tag("it")
class FsckKeysAndTimestampsIT extends FsckScene {
    @Test
    void aLogThatWasSignedWithOtherKeys() throws Exception {
        altered("log_signed_head", "vkeys", "only_row", "'other.example/log+00000000+AA=='", Set.of("checkpoint-keys"));
    }

    @Test
    void anAlteredListOfKeysInTheBucket() throws Exception {
        byte[] list = log().readAll("keys/1", 1 << 20);
        byte[] other = new String(list, StandardCharsets.UTF_8)
                .replaceFirst("active", "retired")
                .getBytes(StandardCharsets.UTF_8);
        spoiled(
                () -> log().put("keys/1", other, "text/plain"),
                () -> log().put("keys/1", list, "text/plain"),
                Set.of("keys-broken", "keys-differ"));
    }

    @Test
    void anAlteredListOfKeysInTheDatabase() throws Exception {
        spoiled(
                () -> attack(List.of("update log_key_list set list = list || 'x'")),
                () -> attack(List.of("update log_key_list set list = left(list, -1)")),
                Set.of("keys-broken", "keys-differ"));
    }

    @Test
    void aTimestampOfAnAuthorityThatIsNotConfigured() throws Exception {
        String where = "size = " + timestamped();
        String back = restoring("checkpoint_timestamp", where);
        spoiled(
                () -> attack(List.of("update checkpoint_timestamp set authority = 'forgotten' where " + where)),
                () -> attack(List.of("delete from checkpoint_timestamp where " + where, back)),
                () -> {
                    Outcome outcome = fsck();
                    assertThat(outcome.faults()).containsExactly("published-missing");
                    assertThat(outcome.notes()).contains("timestamp-unchecked");
                });
    }

    @Test
    void aTimestampThatTheBucketLacks() throws Exception {
        for (String file : List.of("checkpoint", "local.tst")) {
            String path = "timestamps/" + timestamped() + "/" + file;
            byte[] sound = log().readAll(path, 1 << 20);
            spoiled(
                    () -> log().delete(path),
                    () -> log().put(path, sound, "application/octet-stream"),
                    Set.of("published-missing"));
            byte[] altered = sound.clone();
            altered[20] ^= 1;
            spoiled(
                    () -> log().put(path, altered, "application/octet-stream"),
                    () -> log().put(path, sound, "application/octet-stream"),
                    Set.of("published-altered"));
        }
    }

    @Test
    void anAlteredTimestamp() throws Exception {
        altered(
                "checkpoint_timestamp",
                "token",
                "size = " + timestamped(),
                "set_byte(token, length(token) - 1, get_byte(token, length(token) - 1) # 1)",
                Set.of("timestamp-altered", "published-altered"));
    }

    @Test
    void aTimestampedCheckpointThatWasAltered() throws Exception {
        altered(
                "timestamped_checkpoint",
                "note",
                "size = " + timestamped(),
                "replace(note, E'\\n' || size || E'\\n', E'\\n7' || size || E'\\n')",
                Set.of("checkpoint-foreign", "timestamp-altered", "published-altered"));
    }

    /** The size of a checkpoint that the stack's authority has timestamped. */
    private static String timestamped() {
        Awaitility.await().atMost(PATIENCE).until(() -> !stamped().isEmpty());
        return stamped().getFirst();
    }

    private static List<String> stamped() {
        return AdminDatabase.column(
                "select size::text from checkpoint_timestamp where published_at is not null order by size limit 1");
    }
}
