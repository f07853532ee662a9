package org.aletheia.custody.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.aletheia.custody.RevisionView;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.Salt;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

/** Rows of revisions, behind row-level security. */
public final class RevisionStore {
    // "on conflict do nothing" instead of an error, which would end the caller's transaction.
    private static final String INSERT = """
            insert into revision (subject_kind, subject_id, number, owner_org, classification, compartments, salt,
                                  content, digest, member, created_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where ? = 0 or exists (
                select from revision where subject_kind = ? and subject_id = ? and number = ?)
            on conflict do nothing""";
    private static final String INSERT_FIRSTS = """
            insert into revision (subject_kind, subject_id, number, owner_org, classification, compartments, salt,
                                  content, digest, member, created_at)
            select kind, id, 1, owner, class, compartments::text[], salt, content, digest, member, created
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                        ?::uuid[], ?::timestamptz[])
                 as made (kind, id, owner, class, compartments, salt, content, digest, member, created)
            on conflict do nothing""";
    private static final List<String> FIRSTS_TYPES =
            List.of("text", "uuid", "uuid", "text", "text", "bytea", "bytea", "bytea", "uuid", "timestamptz");
    private static final String LIST = """
            select number, content, salt, digest, member, created_at from revision
            where subject_kind = ? and subject_id = ? and number > ? and content is not null
              and number >= coalesce((select max(number) from revision
                                      where subject_kind = ? and subject_id = ? and created_at <= ?), 1)
            order by number limit ?""";

    private RevisionStore() {}

    /**
     * A revision to be written, with the columns on which row-level security stands.
     */
    public record New(
            Subject subject,
            RevisionView revision,
            UUID ownerOrg,
            String classification,
            Collection<String> compartments) {}

    /** Inserts revision basedOn + 1 of a record; false where it exists or the one before does not. */
    public static boolean insert(Connection connection, int basedOn, New made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(connection, insert, basedOn, made);
            return insert.executeUpdate() == 1;
        }
    }

    /** Inserts the first revision of each record, in one statement; false where one exists. */
    public static boolean insertFirsts(Connection connection, List<New> revisions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_FIRSTS)) {
            @Nullable
            Object[][] columns = {
                column(revisions, row -> row.subject().kind(), String[]::new),
                column(revisions, row -> row.subject().id(), UUID[]::new),
                column(revisions, New::ownerOrg, UUID[]::new),
                column(revisions, New::classification, String[]::new),
                compartments(connection, revisions),
                column(revisions, row -> row.revision().salt().bytes(), byte[][]::new),
                column(revisions, row -> row.revision().canonical(), byte[][]::new),
                column(revisions, row -> row.revision().digest().bytes(), byte[][]::new),
                column(revisions, row -> row.revision().member(), UUID[]::new),
                column(revisions, row -> row.revision().createdAt().toString(), String[]::new),
            };
            for (int i = 0; i < columns.length; i++) {
                insert.setArray(i + 1, connection.createArrayOf(FIRSTS_TYPES.get(i), columns[i]));
            }
            return insert.executeUpdate() == revisions.size();
        }
    }

    /** Each as the text of an array, since arrays of one array are all of one length. */
    private static String[] compartments(Connection connection, List<New> rows) throws SQLException {
        String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = connection
                    .createArrayOf("text", rows.get(i).compartments().toArray())
                    .toString();
        }
        return texts;
    }

    private static <T> @Nullable Object[] column(List<New> rows, Column<T> of, IntFunction<T[]> array) {
        T[] values = array.apply(rows.size());
        Arrays.setAll(values, i -> of.value(rows.get(i)));
        return values;
    }

    private interface Column<T> {
        @Nullable
        T value(New row);
    }

    private static void bind(Connection connection, PreparedStatement insert, int basedOn, New row)
            throws SQLException {
        RevisionView revision = row.revision();
        insert.setString(1, row.subject().kind());
        insert.setObject(2, row.subject().id());
        insert.setInt(3, revision.number());
        insert.setObject(4, row.ownerOrg());
        insert.setString(5, row.classification());
        insert.setArray(6, connection.createArrayOf("text", row.compartments().toArray()));
        insert.setBytes(7, revision.salt().bytes());
        insert.setBytes(8, revision.canonical());
        insert.setBytes(9, revision.digest().bytes());
        insert.setObject(10, revision.member());
        insert.setObject(11, revision.createdAt().atOffset(ZoneOffset.UTC));
        insert.setInt(12, basedOn);
        insert.setString(13, row.subject().kind());
        insert.setObject(14, row.subject().id());
        insert.setInt(15, basedOn);
    }

    /** Revisions that the connection may see, by number, from the one that was in force at a time. */
    public static List<RevisionView> list(Connection connection, Subject subject, Instant since, int after, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setString(1, subject.kind());
            select.setObject(2, subject.id());
            select.setInt(3, after);
            select.setString(4, subject.kind());
            select.setObject(5, subject.id());
            select.setObject(6, since.atOffset(ZoneOffset.UTC));
            select.setInt(7, limit);
            List<RevisionView> revisions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    revisions.add(view(rows));
                }
            }
            return revisions;
        }
    }

    private static RevisionView view(ResultSet row) throws SQLException {
        Instant createdAt = row.getObject(6, OffsetDateTime.class).toInstant();
        return new RevisionView(
                row.getInt(1),
                row.getBytes(2),
                new Salt(row.getBytes(3)),
                new Digest(DigestAlgorithm.SHA_256, row.getBytes(4)),
                row.getObject(5, UUID.class),
                createdAt);
    }
}
