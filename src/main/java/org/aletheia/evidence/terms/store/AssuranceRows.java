package org.aletheia.evidence.terms.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.terms.Assurance;
import org.aletheia.platform.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Assurances that the caller's organisation holds; every method joins the caller's transaction. */
@ApplicationScoped
public class AssuranceRows {
    private static final String ADD = """
            insert into assurance (id, owner_org, organisation, assured, given_by, reference, given_on, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OF = "select * from assurance where organisation = ? order by id";
    private static final String STANDS = "select from assurance where organisation = ? and ended_at is null";
    private static final String END = """
            update assurance set ended_by = ?, ended_at = ? where organisation = ? and id = ? and ended_at is null
            returning *""";
    private static final String RESTING = "select kind, id from aletheia_shared_on_assurance(?)";

    private final Sql sql;

    AssuranceRows(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Adds one. */
    public void add(Assurance noted) {
        sql.update(
                ADD,
                noted.id(),
                noted.to(),
                noted.organisation(),
                Assurance.NO_DEATH_PENALTY,
                noted.givenBy(),
                noted.reference(),
                noted.givenOn(),
                noted.notedBy(),
                Timestamp.from(noted.notedAt()));
    }

    /** Those of one organisation, ended ones too, in the order in which they were noted. */
    public List<Assurance> of(UUID organisation) {
        return sql.list(OF, AssuranceRows::assurance, organisation);
    }

    /** Whether one of an organisation stands. */
    public boolean stands(UUID organisation) {
        return !sql.list(STANDS, row -> organisation, organisation).isEmpty();
    }

    /** Ends one that stands; empty where there is none such. */
    public Optional<Assurance> end(UUID organisation, UUID id, UUID by, Instant at) {
        return sql.list(END, AssuranceRows::assurance, by, Timestamp.from(at), organisation, id).stream()
                .findFirst();
    }

    /** What the organisation has only because there is no death penalty to fear: submissions first, then their items. */
    public List<RecordName> resting(UUID organisation) {
        return sql.list(
                RESTING,
                row -> new RecordName(RecordKind.parse(row.getString(1)), row.getObject(2, UUID.class)),
                organisation);
    }

    private static Assurance assurance(ResultSet row) throws SQLException {
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new Assurance(
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("given_by"),
                row.getString("reference"),
                row.getDate("given_on").toLocalDate(),
                row.getObject("noted_by", UUID.class),
                row.getTimestamp("noted_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
