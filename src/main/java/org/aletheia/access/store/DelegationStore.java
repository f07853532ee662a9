package org.aletheia.access.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.Delegation;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Delegations, as far as the caller's organisation gives or holds them; every method joins the caller's transaction. */
@ApplicationScoped
public class DelegationStore {
    private static final String ADD = """
            insert into delegation (id, owner_org, delegate_org, kinds, given_by, given_at, ends_at)
            values (?, ?, ?, string_to_array(?, ','), ?, ?, ?)
            on conflict (owner_org, delegate_org) where ended_at is null do nothing""";
    /** What has ended by itself is not in the way of what is given anew. */
    private static final String LAPSE = """
            update delegation set ended_at = ends_at
            where owner_org = ? and delegate_org = ? and ended_at is null and ends_at <= now()""";

    private static final String END = """
            update delegation set ended_by = ?, ended_at = ?
            where id = ? and owner_org = ? and ended_at is null and ends_at > now()
            returning *""";
    /** Who hands in on it holds the same row: so what comes in came before the end, or does not come. */
    private static final String HOLD_OWNER = "select id from member_organisation where id = ? for no key update";

    private static final String GIVEN = "select * from delegation where owner_org = ? and id > ? order by id limit ?";
    private static final String HELD = "select * from delegation where delegate_org = ? and id > ? order by id limit ?";
    private static final String IN_FORCE = "select aletheia_delegated(?, ?)";
    private static final String HOLD = "select aletheia_delegation_held(?, ?)";

    private final Sql sql;

    DelegationStore(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Adds one; false where one between the two stands. */
    public boolean add(Delegation given) {
        sql.update(LAPSE, given.owner(), given.delegate());
        String kinds = given.kinds().stream().map(RecordKind::code).sorted().collect(Collectors.joining(","));
        return sql.update(
                        ADD,
                        given.id(),
                        given.owner(),
                        given.delegate(),
                        kinds,
                        given.givenBy(),
                        Timestamp.from(given.givenAt()),
                        Timestamp.from(given.until()))
                == 1;
    }

    /** Ends one of an organisation that is in force; empty where there is none such. */
    public Optional<Delegation> end(UUID id, UUID owner, UUID by, Instant at) {
        sql.list(HOLD_OWNER, row -> owner, owner);
        return sql.list(END, DelegationStore::delegation, by, Timestamp.from(at), id, owner).stream()
                .findFirst();
    }

    /** Those that an organisation gave, ended ones too, after an id, in order of ids. */
    public List<Delegation> given(UUID owner, UUID after, int limit) {
        return sql.list(GIVEN, DelegationStore::delegation, owner, after, limit);
    }

    /** Those that an organisation was given, ended ones too, after an id, in order of ids. */
    public List<Delegation> held(UUID delegate, UUID after, int limit) {
        return sql.list(HELD, DelegationStore::delegation, delegate, after, limit);
    }

    /** The one on which the caller's organisation hands in records of a kind for another now. */
    public Optional<UUID> inForce(UUID owner, RecordKind kind) {
        return one(IN_FORCE, owner, kind);
    }

    /** As {@link #inForce}; nobody ends it until the caller's transaction is over. */
    public Optional<UUID> hold(UUID owner, RecordKind kind) {
        return one(HOLD, owner, kind);
    }

    private Optional<UUID> one(String query, UUID owner, RecordKind kind) {
        return sql.list(query, row -> Optional.ofNullable(row.getObject(1, UUID.class)), owner, kind.code()).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        @Nullable Timestamp ended = row.getTimestamp("ended_at");
        return new Delegation(
                row.getObject("id", UUID.class),
                row.getObject("owner_org", UUID.class),
                row.getObject("delegate_org", UUID.class),
                kinds((Object[]) row.getArray("kinds").getArray()),
                row.getObject("given_by", UUID.class),
                row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Set<RecordKind> kinds(Object[] codes) {
        return Arrays.stream(codes)
                .map(code -> RecordKind.parse(code.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
