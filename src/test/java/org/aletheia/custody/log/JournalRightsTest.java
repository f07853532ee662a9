package org.aletheia.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.aletheia.custody.store.JournalStore;
import org.aletheia.custody.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which role may do what to the journal: nobody changes or removes anything. */
@Tag("it")
class JournalRightsTest {
    private static final String REFUSED_BY_TRIGGER = "23001";
    private static final String REFUSED_BY_GRANT = "42501";
    private static LogFixture log;

    @BeforeAll
    static void open() throws Exception {
        log = new LogFixture();
        log.append(LogFixture.subjects(1), 300);
        log.settle();
    }

    @AfterAll
    static void close() throws Exception {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set entry = entry",
                "update journal_000000 set entry = entry",
                "delete from journal",
                "delete from journal_000000",
                "truncate journal",
                "truncate journal_000000",
                "update journal_subject set number = number + 1",
                "delete from journal_subject",
                "truncate journal_subject",
                "update log_node set hash = hash",
                "delete from log_node",
                "update log_checkpoint set root = root",
                "delete from log_checkpoint"
            })
    void nobodyChangesWhatWasWritten(String sql) {
        assertRefused(log.asOwner(), sql, REFUSED_BY_TRIGGER);
        assertRefused(log.asApp(), sql, REFUSED_BY_GRANT);
        assertRefused(log.asFollower(), sql, REFUSED_BY_GRANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from journal_pending",
                "delete from journal_pending",
                "insert into journal select * from journal",
                "insert into journal_000000 select * from journal",
                "insert into journal_subject select * from journal_subject",
                "update log_head set size = size",
                "update log_signed_head set published_size = published_size",
                "update follower_cursor set position = 0",
                "select aletheia_journal_extend(1)",
                "update revision set content = content",
                "delete from revision"
            })
    void requestsOnlyAddAndRead(String sql) {
        assertRefused(log.asApp(), sql, REFUSED_BY_GRANT);
    }

    @Test
    void partitionsAreMadeAheadAndAreAsClosed() throws SQLException {
        long end = new Transactions(log.asFollower())
                .onConnection(connection -> JournalStore.extend(connection, 2_500_000));
        assertThat(end).isEqualTo(3_000_000);
        assertRefused(log.asOwner(), "truncate journal_000002", REFUSED_BY_TRIGGER);
        assertRefused(log.asApp(), "select * from journal_000002", REFUSED_BY_GRANT);
        assertThatCode(() -> execute(log.asApp(), "select * from journal")).doesNotThrowAnyException();
    }

    private static void assertRefused(DataSource role, String sql, String state) {
        assertThatThrownBy(() -> execute(role, sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
