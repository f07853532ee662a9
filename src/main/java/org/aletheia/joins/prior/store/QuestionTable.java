package org.aletheia.joins.prior.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.joins.prior.PriorMatch;
import org.aletheia.joins.prior.PriorQuestion;
import org.aletheia.joins.prior.QuestionRegister;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.testimony.vault.VaultSubject;

/** Tables {@code prior_question} and {@code prior_match}: asked and shown behind the wall, compared as a follower. */
@Singleton
class QuestionTable implements QuestionRegister {
    private static final String ASKED =
            "select exists (select from prior_question where owner_org = ? and interview = ?)";
    private static final String HOLD = "select pg_advisory_xact_lock(hashtextextended('prior-question/' || ?, 0))";
    private static final String SINCE = "select count(*) from prior_question where member = ? and asked_at > ?";
    private static final String ADD = """
            insert into prior_question
                (id, owner_org, member, subject_kind, subject_id, interview, agreed_at, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OPEN = """
            select id, owner_org, member, subject_kind, subject_id, interview, agreed_at, asked_at
            from prior_question where compared_at is null order by id limit ?""";

    /** Notes that the question was compared, and tells both ends at once: of each other record that was interviewed, one row for its desk and one for the asking desk. */
    private static final String TELL = """
            with q as (update prior_question set compared_at = ?::timestamptz where id = ? and compared_at is null returning *),
            holder (kind, id, owner_org, classification, compartments) as (
                select 'victim', id, owner_org, classification, compartments from victim
                union all select 'person', id, owner_org, classification, compartments from person),
            met as (
                select q.id as question, q.compared_at, mine.kind, mine.id, mine.owner_org, mine.classification, mine.compartments,
                       other.kind as other_kind, other.id as other_id, other.owner_org as other_org,
                       other.classification as other_classification, other.compartments as other_compartments
                from q join holder mine on mine.kind = q.subject_kind and mine.id = q.subject_id
                    join holder other on other.id = any (?) and other.owner_org <> mine.owner_org
                where exists (select from statement s
                    where s.content @> jsonb_build_object('givenBy', jsonb_build_object('id', other.id))
                        and s.content ->> 'kind' = any ('{screening-note,first-account,signed-statement,recorded-interview,court-testimony}')))
            insert into prior_match
                (id, owner_org, classification, compartments, question, subject_kind, subject_id, other_org, found_at)
            select gen_random_uuid(), owner_org, classification, compartments, question, kind, id, other_org, compared_at
                from met
            union all
            select gen_random_uuid(), other_org, other_classification, other_compartments, question, other_kind, other_id,
                owner_org, compared_at from met
            on conflict do nothing""";

    private static final String MATCHES = """
            select id, subject_kind, subject_id, other_org, found_at
            from prior_match where owner_org = ? and id > ? order by id limit ?""";

    private final AgroalDataSource requests;
    private final AgroalDataSource follower;

    QuestionTable(AgroalDataSource requests, @DataSource("follower") AgroalDataSource follower) {
        this.requests = requests;
        this.follower = follower;
    }

    @Override
    public boolean asked(UUID organisation, UUID interview) {
        return read(requests, ASKED, row -> row.getBoolean(1), organisation, interview)
                .getFirst();
    }

    @Override
    public int askedSince(UUID member, Instant since) {
        read(requests, HOLD, row -> 0, member.toString());
        return read(requests, SINCE, row -> row.getInt(1), member, time(since)).getFirst();
    }

    @Override
    public void add(PriorQuestion question) {
        try (Connection connection = requests.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            bind(
                    statement,
                    question.id(),
                    question.organisation(),
                    question.member(),
                    question.subject().kind().code(),
                    question.subject().id(),
                    question.interview(),
                    time(question.agreedAt()),
                    time(question.askedAt()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<PriorQuestion> open(int most) {
        return read(
                follower,
                OPEN,
                row -> new PriorQuestion(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        subject(row, 4),
                        row.getObject(6, UUID.class),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                most);
    }

    @Override
    public void compared(PriorQuestion question, List<VaultSubject> alike, Instant now) {
        try (Connection connection = follower.getConnection();
                PreparedStatement tell = connection.prepareStatement(TELL)) {
            Object[] others = alike.stream().map(VaultSubject::id).toArray();
            bind(tell, time(now), question.id(), connection.createArrayOf("uuid", others));
            tell.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<PriorMatch> matches(UUID organisation, UUID after, int most) {
        return read(
                requests,
                MATCHES,
                row -> new PriorMatch(
                        row.getObject(1, UUID.class),
                        subject(row, 2),
                        row.getObject(4, UUID.class),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                organisation,
                after,
                most);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(AgroalDataSource source, String sql, Reading<T> reading, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static VaultSubject subject(ResultSet row, int at) throws SQLException {
        return new VaultSubject(RecordKind.parse(row.getString(at)), row.getObject(at + 1, UUID.class));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
