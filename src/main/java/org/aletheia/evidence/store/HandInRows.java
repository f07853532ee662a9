package org.aletheia.evidence.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.Classification;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.HandIn;
import org.aletheia.evidence.OpenSubmission;
import org.aletheia.evidence.ReceiptEvent;
import org.aletheia.evidence.record.Protection;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.platform.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** What the caller's organisation handed in for others; every method joins the caller's transaction. */
@ApplicationScoped
public class HandInRows {
    private static final String ADD = """
            insert into hand_in (record_id, kind, submission, statement, handed_in_by, on_behalf_of, delegation, classification,
                                 member, received_at, event_id, entry, length, sha256, sha512)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIND = "select * from hand_in where record_id = ?";
    private static final String OF_EVENT = "select * from hand_in where event_id = ?";
    private static final String OF_STATEMENT = "select * from hand_in where statement = ?";
    private static final String LIST = "select * from hand_in where record_id > ? order by record_id limit ?";
    private static final String OPEN = "select * from aletheia_delegate_submission(?)";

    private final Sql sql;

    HandInRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /**
     * A submission that the caller's organisation handed in for another, and that is open to no other eyes.
     *
     * @param closed whether its items are for the eyes of the owner's counsel
     */
    public record Held(OpenSubmission submission, boolean closed) {}

    /** Adds one. */
    public void add(HandIn made) {
        sql.update(
                ADD,
                made.id(),
                made.kind().code(),
                made.submission(),
                made.statement(),
                made.handedInBy(),
                made.onBehalfOf(),
                made.delegation(),
                made.classification().code(),
                made.member(),
                Timestamp.from(made.receivedAt()),
                made.receipt().event(),
                made.receipt().entry().bytes(),
                made.length(),
                bytes(made, DigestAlgorithm.SHA_256),
                bytes(made, DigestAlgorithm.SHA_512));
    }

    /** The one of a record. */
    public Optional<HandIn> find(UUID record) {
        return sql.list(FIND, HandInRows::handIn, record).stream().findFirst();
    }

    /** The one whose event of receipt that is. */
    public Optional<HandIn> ofEvent(UUID event) {
        return sql.list(OF_EVENT, HandInRows::handIn, event).stream().findFirst();
    }

    /** Those of a statement and what came with it. */
    public List<HandIn> ofStatement(UUID statement) {
        return sql.list(OF_STATEMENT, HandInRows::handIn, statement);
    }

    /** Those of records after an id, in order of ids. */
    public List<HandIn> list(UUID after, int limit) {
        return sql.list(LIST, HandInRows::handIn, after, limit);
    }

    /**
     * A submission that the caller's organisation handed in, which stays as it is held until the caller's transaction ends; empty
     * also where it is closed, or gone.
     */
    public Optional<Held> hold(UUID submission) {
        return sql.list(OPEN, row -> held(submission, row), submission).stream().findFirst();
    }

    private static Held held(UUID id, ResultSet row) throws SQLException {
        Protection protection = new Protection(Classification.parse(row.getString("classification")), Set.of());
        UUID owner = row.getObject("owner_org", UUID.class);
        return new Held(
                new OpenSubmission(id, owner, protection, row.getBoolean("claimed")), row.getBoolean("privileged"));
    }

    private static HandIn handIn(ResultSet row) throws SQLException {
        Stream<Digest> digests = Stream.concat(
                digest(DigestAlgorithm.SHA_256, row.getBytes("sha256")),
                digest(DigestAlgorithm.SHA_512, row.getBytes("sha512")));
        return new HandIn(
                row.getObject("record_id", UUID.class),
                RecordKind.parse(row.getString("kind")),
                row.getObject("submission", UUID.class),
                row.getObject("statement", UUID.class),
                row.getObject("handed_in_by", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getObject("delegation", UUID.class),
                Classification.parse(row.getString("classification")),
                row.getObject("member", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                new ReceiptEvent(
                        row.getObject("event_id", UUID.class),
                        new Digest(DigestAlgorithm.SHA_256, row.getBytes("entry"))),
                row.getObject("length", Long.class),
                digests.toList());
    }

    private static Stream<Digest> digest(DigestAlgorithm algorithm, byte @Nullable [] bytes) {
        return bytes == null ? Stream.empty() : Stream.of(new Digest(algorithm, bytes));
    }

    private static byte @Nullable [] bytes(HandIn made, DigestAlgorithm algorithm) {
        return made.digests().stream()
                .filter(digest -> digest.algorithm() == algorithm)
                .map(Digest::bytes)
                .findFirst()
                .orElse(null);
    }
}
