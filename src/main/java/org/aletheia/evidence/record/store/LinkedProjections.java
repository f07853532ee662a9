package org.aletheia.evidence.record.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.platform.persistence.Projections;
import org.jspecify.annotations.Nullable;

/** Tells followers of the linked record of one capability; reads with the follower's role, which sees every row. */
public abstract class LinkedProjections implements Projections {
    private static final UUID FIRST = new UUID(0, 0);

    private final DataSource follower;
    private final Map<String, Table> tables;
    private final List<Along> along;

    /**
     * Where the records of a kind lie and what they say.
     *
     * @param confined whether column {@code members} says to whom they are confined; else what they say does
     */
    public record Table(RecordKind kind, String name, Class<? extends RecordContent> content, boolean confined) {
        public Table(RecordKind kind, String name, Class<? extends RecordContent> content) {
            this(kind, name, content, false);
        }
    }

    /**
     * That the projection of each record of one kind follows from records of another.
     *
     * @param columns of the table that name these
     */
    public record Along(RecordKind of, RecordKind kind, String table, List<String> columns) {
        private String sql() {
            return "select id from " + table + " where "
                    + columns.stream().map(column -> column + " = any (?)").collect(Collectors.joining(" or "));
        }
    }

    protected LinkedProjections(DataSource follower, List<Table> tables) {
        this(follower, tables, List.of());
    }

    protected LinkedProjections(DataSource follower, List<Table> tables, List<Along> along) {
        this.follower = follower;
        this.along = List.copyOf(along);
        this.tables = tables.stream()
                .collect(Collectors.toUnmodifiableMap(table -> table.kind().code(), table -> table));
    }

    @Override
    public Set<String> kinds() {
        return tables.keySet();
    }

    @Override
    public Map<UUID, Supplier<Projection>> find(String kind, Collection<UUID> ids) {
        Table table = table(kind);
        String sql = "select id, owner_org, classification, compartments, content"
                + (table.confined() ? ", members from " : " from ") + table.name() + " where id = any (?)";
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Supplier<Projection>> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject("id", UUID.class), projection(table, rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public List<UUID> idsAfter(String kind, @Nullable UUID after, int limit) {
        String sql = "select id from " + table(kind).name() + " where id > ? order by id limit ?";
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, after == null ? FIRST : after);
            statement.setInt(2, limit);
            return ids(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public Map<String, List<UUID>> along(String kind, Collection<UUID> ids) {
        Map<String, List<UUID>> found = new HashMap<>();
        for (Along each : along) {
            if (each.of().code().equals(kind)) {
                found.put(each.kind().code(), following(each, ids));
            }
        }
        return found;
    }

    private List<UUID> following(Along each, Collection<UUID> ids) {
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(each.sql())) {
            for (int i = 1; i <= each.columns().size(); i++) {
                statement.setArray(i, connection.createArrayOf("uuid", ids.toArray()));
            }
            return ids(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static Supplier<Projection> projection(Table table, ResultSet row) throws SQLException {
        Projection.Builder search = Projection.of(
                table.kind().code(),
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                row.getString("classification"),
                Set.of((String[]) row.getArray("compartments").getArray()));
        String content = row.getString("content");
        Set<UUID> members = table.confined()
                ? Set.copyOf(List.of((UUID[]) row.getArray("members").getArray()))
                : Set.of();
        return () -> {
            RecordContent said = RecordCodec.read(content, table.content());
            said.describe(search);
            return search.confinedTo(table.confined() ? members : said.confinedTo())
                    .build();
        };
    }

    private Table table(String kind) {
        return Optional.ofNullable(tables.get(kind)).orElseThrow(() -> new IllegalArgumentException("kind " + kind));
    }
}
