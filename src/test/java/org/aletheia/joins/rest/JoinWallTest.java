package org.aletheia.joins.rest;

import static org.aletheia.testing.Records.create;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Row-level security alone, without policy or service. */
@QuarkusTest
@Tag("it")
class JoinWallTest {
    private static final List<String> OF_JOIN =
            List.of("record_join where id", "join_part where join_id", "revision where subject_id");

    @Test
    void theWallAloneShowsAJoinToWhoSeesAllOfIt() throws SQLException {
        String theirs = Records.incident("documenter");
        String share = share(theirs);
        String own = Records.incident("investigator");
        String join = create("investigator", "joins", join(theirs, own));
        for (String table : OF_JOIN) {
            assertThat(rows(table, join, "Commission")).as(table).isPositive();
            assertThat(rows(table, join, "Field Team")).as(table).isZero();
            assertThat(rows(table, join, "Field Team Two")).as(table).isZero();
        }
        Enrolment.as("documenter").delete("/api/v1/shares/" + share).then().statusCode(204);
        for (String table : OF_JOIN) {
            assertThat(rows(table, join, "Commission")).as(table).isZero();
        }
    }

    @Test
    void anOrganisationSeesWhatAnotherSaysOfItsRecordsAlone() throws SQLException {
        String one = Records.incident("documenter");
        String two = Records.incident("documenter");
        share(one);
        share(two);
        String join = create("investigator", "joins", join(one, two));
        assertThat(rows("record_join where id", join, "Field Team")).isEqualTo(1);
        assertThat(rows("join_part where join_id", join, "Field Team")).isEqualTo(2);
        String withdrawal =
                create("documenter", "incidents/" + one + "/joins/withdrawals", Map.of("reason", "own-decision"));
        assertThat(rows("join_withdrawal where id", withdrawal, "Commission")).isEqualTo(1);
        assertThat(rows("join_withdrawal where id", withdrawal, "Field Team Two"))
                .isZero();
    }

    private static Map<String, Object> join(String... records) {
        return Map.of(
                "of", "incident", "decision", "same", "records", List.of(records), "reasons", List.of("comparison"));
    }

    private static String share(String incident) {
        String grantee = Enrolment.organisation("Commission").toString();
        return create("documenter", "shares", Map.of("kind", "incident", "record", incident, "grantee", grantee));
    }

    private static long rows(String table, String id, String organisation) throws SQLException {
        try (Connection admin = AdminDatabase.connect()) {
            admin.setAutoCommit(false);
            try (Statement become = admin.createStatement();
                    PreparedStatement settings = admin.prepareStatement("""
                            select set_config('aletheia.orgs', ?, true),
                                   set_config('aletheia.clearance', '{TLP:AMBER}', true)""");
                    PreparedStatement count = admin.prepareStatement("select count(*) from " + table + " = ?")) {
                settings.setString(1, "{" + Enrolment.organisation(organisation) + "}");
                settings.execute();
                become.execute("set local role aletheia_app");
                count.setObject(1, UUID.fromString(id));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } finally {
                admin.rollback();
            }
        }
    }
}
