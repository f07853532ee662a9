package org.aletheia.parties.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.ListedKinds;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.parties.Affiliation;
import org.aletheia.parties.Day;
import org.aletheia.parties.command.CommandLink;
import org.aletheia.parties.command.CommandLinks;
import org.aletheia.platform.persistence.DatabaseFailure;

/** Links of command in the table {@code affiliation}; each query starts from an index on one end and the relation. */
@ApplicationScoped
public class CommandStore implements CommandLinks {
    private static final String LINKS = """
            with %s
            select a.id, a.content, a.certain_from <= ? and a.certain_to >= ? as certain
            from affiliation a, caller
            where (a.subject_id = any (?) and a.relation = ? or a.object_id = any (?) and a.relation = ?)
                and a.possible_from <= ? and a.possible_to >= ?
                and %s and %s and %s
            order by a.id limit ?""".formatted(
                    ListedKinds.CALLER,
                    ListedKinds.row(RecordKind.AFFILIATION, "a"),
                    ListedKinds.existsOfKind("a.subject_kind", "a.subject_id"),
                    ListedKinds.existsOfKind("a.object_kind", "a.object_id"));

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    CommandStore(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    @Override
    public List<CommandLink> commanders(Collection<UUID> bodies, Day on, int most) {
        return links(List.of(), Affiliation.COMMANDS, bodies, Affiliation.COMMANDS, on, most);
    }

    @Override
    public List<CommandLink> above(Collection<UUID> bodies, Day on, int most) {
        return links(bodies, Affiliation.PART_OF, bodies, Affiliation.CONTROLS, on, most);
    }

    @Override
    public List<CommandLink> below(Collection<UUID> bodies, Day on, int most) {
        return links(bodies, Affiliation.CONTROLS, bodies, Affiliation.PART_OF, on, most);
    }

    /** Links of one relation that these are the subjects of, and of another that those are the objects of. */
    private List<CommandLink> links(
            Collection<UUID> subjects, String of, Collection<UUID> objects, String over, Day on, int most) {
        ListedKinds listed = ListedKinds.of(guard);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LINKS)) {
            int next = listed.bind(statement, 1);
            statement.setLong(next, on.last());
            statement.setLong(next + 1, on.first());
            statement.setArray(next + 2, connection.createArrayOf("uuid", subjects.toArray()));
            statement.setString(next + 3, of);
            statement.setArray(next + 4, connection.createArrayOf("uuid", objects.toArray()));
            statement.setString(next + 5, over);
            statement.setLong(next + 6, on.last());
            statement.setLong(next + 7, on.first());
            statement.setInt(next + 8, most);
            return read(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<CommandLink> read(PreparedStatement statement) throws SQLException {
        List<CommandLink> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new CommandLink(
                        row.getObject("id", UUID.class),
                        RecordCodec.read(row.getString("content"), Affiliation.class),
                        row.getBoolean("certain")));
            }
        }
        return found;
    }
}
