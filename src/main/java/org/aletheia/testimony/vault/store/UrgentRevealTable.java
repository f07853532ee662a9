package org.aletheia.testimony.vault.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.vault.UrgentReveal;
import org.aletheia.testimony.vault.UrgentRevealRegister;
import org.aletheia.testimony.vault.VaultSubject;
import org.jspecify.annotations.Nullable;

/** Table {@code urgent_reveal}; figures of all of them with the role of the followers, who see no more than times. */
@Singleton
class UrgentRevealTable implements UrgentRevealRegister {
    private static final String ADD = """
            insert into urgent_reveal (id, subject_kind, subject_id, owner_org, member, member_org, reason, revealed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS = """
            select id, subject_kind, subject_id, owner_org, member, member_org, reason, revealed_at, reviewer, reviewed_at,
                justified, remark from urgent_reveal""";
    private static final String FIND = COLUMNS + " where id = ?";
    private static final String AFTER = COLUMNS + " where id > ? order by id limit ?";
    private static final String REVIEW = """
            update urgent_reveal set reviewer = ?, reviewed_at = ?, justified = ?, remark = ?
            where id = ? and reviewer is null""";
    private static final String FIGURES = """
            select count(*), count(*) filter (where reviewed_at is null),
                count(*) filter (where reviewed_at is null and revealed_at <= ?) from urgent_reveal""";

    private final AgroalDataSource dataSource;
    private final AgroalDataSource counting;

    UrgentRevealTable(AgroalDataSource dataSource, @DataSource("follower") AgroalDataSource counting) {
        this.dataSource = dataSource;
        this.counting = counting;
    }

    @Override
    public void insert(UrgentReveal reveal) {
        update(
                ADD,
                reveal.id(),
                reveal.subject().kind().code(),
                reveal.subject().id(),
                reveal.ownerOrg(),
                reveal.member(),
                reveal.memberOrg(),
                reveal.reason(),
                Timestamp.from(reveal.revealedAt()));
    }

    @Override
    public Optional<UrgentReveal> find(UUID id) {
        return query(dataSource, FIND, UrgentRevealTable::read, id).stream().findFirst();
    }

    @Override
    public List<UrgentReveal> after(UUID id, int most) {
        return query(dataSource, AFTER, UrgentRevealTable::read, id, most);
    }

    @Override
    public boolean review(UUID id, UrgentReveal.Review said) {
        return update(REVIEW, said.by(), Timestamp.from(said.at()), said.justified(), said.remark(), id) == 1;
    }

    @Override
    public Figures figures(Instant now) {
        Timestamp due = Timestamp.from(now.minus(UrgentReveal.REVIEW_WITHIN));
        return query(counting, FIGURES, row -> new Figures(row.getLong(1), row.getLong(2), row.getLong(3)), due)
                .getFirst();
    }

    private static UrgentReveal read(ResultSet row) throws SQLException {
        UUID reviewer = row.getObject("reviewer", UUID.class);
        UrgentReveal.Review review = reviewer == null
                ? null
                : new UrgentReveal.Review(
                        reviewer,
                        row.getTimestamp("reviewed_at").toInstant(),
                        row.getBoolean("justified"),
                        row.getBytes("remark"));
        return new UrgentReveal(
                row.getObject("id", UUID.class),
                new VaultSubject(
                        RecordKind.parse(row.getString("subject_kind")), row.getObject("subject_id", UUID.class)),
                row.getObject("owner_org", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("member_org", UUID.class),
                row.getBytes("reason"),
                row.getTimestamp("revealed_at").toInstant(),
                review);
    }

    private int update(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> List<T> query(AgroalDataSource from, String sql, Reading<T> reading, Object... values) {
        try (Connection connection = from.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
