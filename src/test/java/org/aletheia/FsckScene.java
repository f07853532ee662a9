package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/**
 * Breaks the estate that a real server keeps, one fault at a time, past every wall, and puts it right again. Other tests leave
 * objects in that estate that do not decrypt, so what is read whole is asked about own items only.
 */
abstract class FsckScene {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ObjectStores stores;

    static List<UUID> items = List.of();

    UUID item;
    UUID other;

    record Outcome(int exit, List<Map<?, ?>> findings) {
        Set<String> faults() {
            return findings.stream()
                    .filter(finding -> "fault".equals(finding.get("severity")))
                    .map(finding -> (String) finding.get("code"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> notes() {
            return findings.stream()
                    .filter(finding -> "note".equals(finding.get("severity")))
                    .map(finding -> (String) finding.get("code"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> about(UUID id) {
            return findings.stream()
                    .filter(finding -> String.valueOf(finding.get("where")).contains(id.toString()))
                    .map(finding -> (String) finding.get("code"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** Two items for all tests: each leaves them as it found them. */
    @BeforeEach
    void anEstateAtRest() {
        if (items.isEmpty()) {
            items = List.of(made(), made());
            Enrolment.as("documenter")
                    .get("/api/v1/items/" + items.getFirst())
                    .then()
                    .statusCode(200);
        }
        item = items.getFirst();
        other = items.getLast();
        settle();
    }

    static UUID made() {
        return UUID.fromString(Items.of("documenter").id());
    }

    /** Alters one column of one row, and puts back the row as it stood. */
    static void altered(String table, String column, String where, String value, Set<String> expected)
            throws Exception {
        String back = restoring(table, where);
        spoiled(
                () -> attack(List.of("update " + table + " set " + column + " = " + value + " where " + where)),
                () -> attack(List.of("delete from " + table + " where " + where, back)),
                expected);
    }

    static void spoiled(Step spoil, Step mend, Set<String> expected) throws Exception {
        spoiled(spoil, mend, () -> {
            Outcome outcome = fsck();
            assertThat(outcome.faults()).as(outcome.findings().toString()).isEqualTo(new TreeSet<>(expected));
            assertThat(outcome.exit()).isEqualTo(Fsck.FAULTS);
        });
    }

    static void spoiled(Step spoil, Step mend, Step check) throws Exception {
        spoil.run();
        try {
            check.run();
        } finally {
            mend.run();
        }
    }

    static Outcome fsck(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.add("--json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = FsckCommand.run(words, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        List<Map<?, ?>> findings = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> findings.add((Map<?, ?>)
                        Objects.requireNonNull(CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8)))));
        return new Outcome(exit, findings);
    }

    /** Until everything is in the journal and published, and the keys bucket has every key. */
    static void settle() {
        Awaitility.await().atMost(PATIENCE).until(() -> AdminDatabase.column("""
                        select 1 from log_head cross join log_signed_head where published_size = size
                        and not exists (select from journal_pending)
                        and not exists (select from unit_key where copy_due is not null and destroyed_at is null)""")
                .equals(List.of("1")));
    }

    /** A statement that puts the rows back as they are now, whatever will have become of them. */
    static String restoring(String table, String where) {
        String rows = AdminDatabase.column("select json_agg(t)::text from " + table + " t where " + where)
                .getFirst()
                .replace("'", "''");
        return "insert into " + table + " select * from json_populate_recordset(null::" + table + ", '" + rows + "')";
    }

    static void attack(List<String> statements) throws SQLException {
        try (Connection connection = AdminDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    ObjectStore log() {
        return stores.of(Bucket.LOG);
    }
}
