package org.aletheia.parties.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
            where a.%%s = any (?) and a.relation = ? and a.possible_from <= ? and a.possible_to >= ?
                and %s
                and aletheia_party_listed(a.subject_kind, a.subject_id, caller.organisation, caller.own, caller.shared)
                and aletheia_party_listed(a.object_kind, a.object_id, caller.organisation, caller.own, caller.shared)
            order by a.id limit ?""".formatted(ListedKinds.CALLER, ListedKinds.row(RecordKind.AFFILIATION, "a"));

    private static final String OF_SUBJECTS = LINKS.formatted("subject_id");
    private static final String OF_OBJECTS = LINKS.formatted("object_id");

    private final AgroalDataSource dataSource;
    private final AccessGuard guard;

    CommandStore(AgroalDataSource dataSource, AccessGuard guard) {
        this.dataSource = dataSource;
        this.guard = guard;
    }

    @Override
    public List<CommandLink> commanders(Collection<UUID> bodies, Day on, int most) {
        return links(OF_OBJECTS, Affiliation.COMMANDS, bodies, on, most);
    }

    @Override
    public List<CommandLink> above(Collection<UUID> bodies, Day on, int most) {
        return merged(
                links(OF_SUBJECTS, Affiliation.PART_OF, bodies, on, most),
                links(OF_OBJECTS, Affiliation.CONTROLS, bodies, on, most),
                most);
    }

    @Override
    public List<CommandLink> below(Collection<UUID> bodies, Day on, int most) {
        return merged(
                links(OF_OBJECTS, Affiliation.PART_OF, bodies, on, most),
                links(OF_SUBJECTS, Affiliation.CONTROLS, bodies, on, most),
                most);
    }

    private static List<CommandLink> merged(List<CommandLink> one, List<CommandLink> other, int most) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparing(CommandLink::id))
                .limit(most)
                .toList();
    }

    private List<CommandLink> links(String sql, String relation, Collection<UUID> bodies, Day on, int most) {
        ListedKinds listed = ListedKinds.of(guard);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = listed.bind(statement, 1);
            statement.setLong(next, on.last());
            statement.setLong(next + 1, on.first());
            statement.setArray(next + 2, connection.createArrayOf("uuid", bodies.toArray()));
            statement.setString(next + 3, relation);
            statement.setLong(next + 4, on.last());
            statement.setLong(next + 5, on.first());
            statement.setInt(next + 6, most);
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
