package org.aletheia.custody.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who saw an item, and what a member saw, in a journal of many events ({@code journal.rows}): the statements of the product, on
 * tables of the same shape that stand before its own for one connection. They read by an index, and as much of it whether the
 * journal is small or large.
 */
@QuarkusTest
@Tag("it")
class UsesAtScaleIT {
    private static final int ROWS = Integer.getInteger("journal.rows", 200_000);
    private static final int MEMBERS = 200;
    private static final int ITEMS = 1_000;
    private static final int PAGE = 51;
    /** Blocks of 8 KiB: some for each row of a page, wherever it lies. */
    private static final int MOST_BLOCKS = 12 * PAGE;

    private static final String EVENTS = """
            insert into journal
            select n, gen_random_uuid(), 'CE-ACCESS-VIEW', case when n %% 4 = 0 then 'record' else 'access' end, '{item}',
                   array[pg_temp.made('i', n %% %1$d)], '\\x'::bytea, sha256('x'),
                   convert_to('[["schema",1],["type","CE-ACCESS-VIEW"],["id","' || gen_random_uuid()
                       || '"],["time","2026-01-31T23:59:59.070Z"],["actor","' || pg_temp.made('m', n * 7919 %% %2$d)
                       || '"],["organisation","' || pg_temp.made('o', n %% 5)
                       || '"],["role","investigator"],["purpose","investigation"],["reason",null],["subject",{"id":"'
                       || pg_temp.made('i', n %% %1$d) || '","kind":"item"}],["revision",null],["detail",{}]]', 'UTF8')
            from generate_series(0, %3$d - 1) n""";
    private static final String SUBJECTS = """
            insert into journal_subject
            select 'item', subject_ids[1], 'access', row_number() over (partition by subject_ids[1] order by log_index),
                log_index, aletheia_organisation(canonical)
            from journal where event_group = 'access'""";

    @Test
    void questionsAreAnsweredByAnIndexAndNothingOfOthersIsRead() throws SQLException, JsonProcessingException {
        try (Connection connection = AdminDatabase.connect();
                Statement make = connection.createStatement()) {
            make.execute("create function pg_temp.made(what text, n bigint) returns uuid language sql immutable"
                    + " return md5(what || n)::uuid");
            make.execute("create temp table journal (like public.journal including all)");
            make.execute("create temp table journal_subject (like public.journal_subject including all)");
            make.execute(EVENTS.formatted(ITEMS, MEMBERS, ROWS));
            make.execute(SUBJECTS);
            make.execute("analyze journal");
            make.execute("analyze journal_subject");

            JsonNode uses = explain(connection, ChainStore.USES, statement -> {
                statement.setObject(1, made(connection, "m", 7));
                statement.setLong(2, Long.MAX_VALUE);
                statement.setInt(3, PAGE);
            });
            reads(uses, PAGE);
            assertThat(uses.toString()).contains("aletheia_actor");

            JsonNode own = explain(connection, ChainStore.ACCESS_OF_ORGANISATION, accessOf(connection, 3, 3));
            reads(own, PAGE);

            JsonNode ofOthers = explain(connection, ChainStore.ACCESS_OF_ORGANISATION, accessOf(connection, 2, 3));
            reads(ofOthers, 0);
        }
    }

    private static Parameters accessOf(Connection connection, int organisation, int item) {
        return statement -> {
            statement.setString(1, "item");
            statement.setObject(2, made(connection, "i", item));
            statement.setObject(3, made(connection, "o", organisation));
            statement.setLong(4, 0);
            statement.setInt(5, PAGE);
        };
    }

    private static void reads(JsonNode plan, int rows) {
        assertThat(plan.toString()).doesNotContain("Seq Scan", "\"Node Type\":\"Sort\"");
        JsonNode top = plan.path("Plan");
        assertThat(top.path("Actual Rows").asInt()).isEqualTo(rows);
        assertThat(top.path("Shared Hit Blocks").asInt()
                        + top.path("Shared Read Blocks").asInt()
                        + top.path("Local Hit Blocks").asInt()
                        + top.path("Local Read Blocks").asInt())
                .as(plan.toPrettyString())
                .isLessThan(MOST_BLOCKS);
        System.out.println(
                "of " + ROWS + " events: " + plan.path("Execution Time").asText() + " ms");
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private static JsonNode explain(Connection connection, String sql, Parameters parameters)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement statement =
                connection.prepareStatement("explain (analyze, buffers, format json) " + sql)) {
            parameters.set(statement);
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                return new ObjectMapper().readTree(plan.getString(1)).get(0);
            }
        }
    }

    private static UUID made(Connection connection, String what, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_temp.made(?, ?)")) {
            statement.setString(1, what);
            statement.setLong(2, number);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
