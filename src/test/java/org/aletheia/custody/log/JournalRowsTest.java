package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.store.ChainStore;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that were written past the application. */
@Tag("it")
class JournalRowsTest {
    private static final String CHECK_VIOLATION = "23514";
    private static final String COPY_OF_AN_EVENT = """
            insert into journal_pending
                (event_id, event_type, event_group, subject_kinds, subject_ids, seed, entry, canonical)
            select gen_random_uuid(), event_type, event_group, %s, subject_ids, %s from journal limit 1""";
    private static final List<Subject> SUBJECT = LogFixture.subjects(1);

    private LogFixture log;

    @BeforeEach
    void open() throws Exception {
        log = new LogFixture();
        log.append(EventTypes.VIEWED, SUBJECT, 2);
        log.settle();
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "substring(seed from 2), entry, canonical",
                "seed, entry || '\\x00', canonical",
                "seed, entry, convert_to(repeat('x', 1048577), 'UTF8')"
            })
    void anEventOfWrongLengthsCannotWait(String columns) {
        assertThatThrownBy(() -> execute(log.asApp(), COPY_OF_AN_EVENT.formatted("subject_kinds", columns)))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(CHECK_VIOLATION));
    }

    @Test
    void anEventWithMoreIdsThanKindsIsOrderedWithTheOthersAndIsInNoHistory() throws SQLException {
        execute(log.asApp(), COPY_OF_AN_EVENT.formatted("'{}'", "seed, entry, canonical"));
        List<UUID> after = log.append(EventTypes.VIEWED, SUBJECT, 1);

        log.settle();

        assertThat(log.size("journal")).isEqualTo(4);
        assertThat(history()).hasSize(3).endsWith(after.getFirst());
    }

    @Test
    void aUseThatAServerOfAnEarlierReleaseOrderedNamesItsOrganisation() throws SQLException {
        String place = "select log_index, organisation from journal_subject where number = 2";
        List<String> known = rows(log.asFollower(), place);

        execute(log.asFollower(), """
                insert into journal_subject (subject_kind, subject_id, chain, number, log_index)
                select subject_kind, gen_random_uuid(), chain, number, log_index from journal_subject where number = 2""");

        assertThat(rows(log.asFollower(), place))
                .hasSize(2)
                .containsOnly(known.getFirst())
                .noneMatch(row -> row.endsWith(" null"));
    }

    private List<UUID> history() {
        return new ChainStore(new Transactions(log.asApp()))
                .history(SUBJECT.getFirst(), Chain.ACCESS, 0, 100).stream()
                        .map(placed -> placed.row().eventId())
                        .toList();
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(DataSource role, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }
}
