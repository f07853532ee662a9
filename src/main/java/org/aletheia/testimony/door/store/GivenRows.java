package org.aletheia.testimony.door.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.statement.Statement;

/**
 * What one person gave one organisation, and the uses of it of which other bodies let its owner know. Read past the wall
 * with the role of followers, which sees every row and changes none: the person has no account that a wall could know.
 */
@Singleton
public class GivenRows {
    private static final int MOST = 500;
    private static final String STATEMENTS = """
            select id, created_at, content::text as content from statement
            where owner_org = ? and content @> jsonb_build_object('givenBy', jsonb_build_object('id', ?::text))
            order by created_at, id""";
    private static final String USES = """
            select u.event_id, o.name from use_notice u
            join member_organisation o on o.id = u.organisation
            where u.item = any (?) order by u.event_id limit\s""" + MOST;
    private static final String OWNED = "select id from item where owner_org = ? and id = any (?)";
    private static final String NAME = "select name from member_organisation where id = ?";

    private final Sql sql;

    GivenRows(@DataSource("follower") AgroalDataSource follower) {
        this.sql = new Sql(follower);
    }

    /** A statement as it stands. */
    public record Told(UUID id, Instant recordedAt, Statement content) {}

    /** @param organisation its name */
    public record Use(UUID event, String organisation) {}

    /** The statements of the person that the organisation keeps, oldest first: all, since none may stay open that they stop. */
    public List<Told> statements(UUID organisation, PersonRef person) {
        return sql.list(
                STATEMENTS,
                row -> new Told(
                        row.getObject("id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        RecordCodec.read(row.getString("content"), Statement.class)),
                organisation,
                person.id().toString());
    }

    /** Those of the items that the organisation owns. */
    public List<UUID> owned(UUID organisation, Collection<UUID> items) {
        return sql.list(OWNED, row -> row.getObject("id", UUID.class), organisation, items.toArray(UUID[]::new));
    }

    /** Uses of items of which the bodies that used them let the items' owner know, in the order of their events. */
    public List<Use> uses(Collection<UUID> items) {
        return sql.list(USES, row -> new Use(row.getObject("event_id", UUID.class), row.getString("name")), (Object)
                items.toArray(UUID[]::new));
    }

    /** The name of a member organisation. */
    public Optional<String> name(UUID organisation) {
        return sql.list(NAME, row -> row.getString("name"), organisation).stream()
                .findFirst();
    }
}
