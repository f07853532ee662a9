package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aletheia.testing.AdminDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random callers against random records in PostgreSQL: what the policy permits one by one, what its filter lists, and
 * what row-level security shows are compared, each wall alone and both together.
 */
@QuarkusTest
@Tag("it")
class PolicyAndWallTest {
    private static final long SEED = 20_260_731;
    private static final int CALLERS = 120;
    private static final RandomWorld WORLD = new RandomWorld(SEED);
    private static final String WIDE_OPEN = """
            select set_config('aletheia.orgs', ?1, true),
                   set_config('aletheia.clearance',
                       '{TLP:CLEAR,TLP:GREEN,TLP:AMBER,TLP:AMBER+STRICT,TLP:RED}', true),
                   set_config('aletheia.compartments', '{north,minors,abuse-material}', true),
                   set_config('aletheia.grounds', ?2, true)""";

    @Inject
    EntityManager em;

    @Inject
    DataSource database;

    @Inject
    AccessPolicy policy;

    @Inject
    CurrentPrincipal current;

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection admin = AdminDatabase.connect()) {
            for (int i = 0; i < WORLD.records.size(); i++) {
                insert(admin, WORLD.records.get(i));
                close(admin, WORLD.records.get(i));
                for (UUID grantee : WORLD.organisations) {
                    share(
                            admin,
                            WORLD.records.get(i),
                            grantee,
                            WORLD.sharedWith.get(i).get(grantee),
                            i);
                }
            }
        }
    }

    @Test
    @ActivateRequestContext
    void theFilterListsWhatThePolicyPermits() {
        for (int i = 0; i < CALLERS; i++) {
            Principal caller = WORLD.caller();
            assertThat(listed(caller, true, true)).as(describe(caller)).isEqualTo(permitted(caller));
        }
    }

    @Test
    @ActivateRequestContext
    void theWallAloneShowsNothingBeyondOrganisationSharesTheirPurposesClearanceCompartmentsAndClosures() {
        for (int i = 0; i < CALLERS; i++) {
            Principal caller = WORLD.caller();
            assertThat(listed(caller, false, false)).as(describe(caller)).isEqualTo(behindTheWall(caller));
        }
    }

    @Test
    @ActivateRequestContext
    void filterAndWallTogetherListWhatThePolicyPermits() {
        for (int i = 0; i < CALLERS; i++) {
            Principal caller = WORLD.caller();
            assertThat(listed(caller, true, false)).as(describe(caller)).isEqualTo(permitted(caller));
        }
    }

    @Test
    @ActivateRequestContext
    void withoutACallerNothingIsSeen() {
        ClientProxy.unwrap(current).principal = null;
        assertThat(query(Map.of(), "1 = 1", false)).isEmpty();
    }

    @Test
    @ActivateRequestContext
    void aCallersSettingsDoNotStayOnTheConnection() {
        become(seeingAll());
        assertThat(query(Map.of(), "1 = 1", false)).isNotEmpty();
        assertThat(em.createNativeQuery("select count(*) from probe", Long.class)
                        .getSingleResult())
                .isNotEqualTo(0L);
        assertNobodySeesAnything();
    }

    @Test
    @ActivateRequestContext
    void norDoTheyWhereATransactionWasLeftOpen() throws SQLException {
        become(seeingAll());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement count = connection.prepareStatement("select count(*) from probe");
                    ResultSet row = count.executeQuery()) {
                row.next();
                assertThat(row.getLong(1)).isNotZero();
            }
        }
        assertNobodySeesAnything();
    }

    /** More often than the pool has connections. */
    private void assertNobodySeesAnything() {
        ClientProxy.unwrap(current).principal = null;
        for (int i = 0; i < 30; i++) {
            assertThat(em.createNativeQuery("select count(*) from probe", Long.class)
                            .getSingleResult())
                    .isEqualTo(0L);
        }
    }

    private static Principal seeingAll() {
        return new Principal(
                UUID.randomUUID(),
                "issuer",
                "subject",
                WORLD.organisations.getFirst(),
                Set.of(Role.INVESTIGATOR),
                Classification.RED,
                Set.of("north", "minors", "insider-7"));
    }

    @Test
    @ActivateRequestContext
    void nobodyWritesForAnotherOrganisationEvenPastThePolicy() {
        Principal caller = WORLD.caller();
        become(new Principal(
                caller.member(),
                "issuer",
                "subject",
                WORLD.organisations.getFirst(),
                Set.of(Role.DOCUMENTER),
                Classification.RED,
                Set.of()));
        assertThatThrownBy(() -> insertAs(WORLD.organisations.get(1))).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> em.createNativeQuery("update probe set owner_org = ?1 where owner_org = ?2")
                                .setParameter(1, WORLD.organisations.get(1))
                                .setParameter(2, WORLD.organisations.getFirst())
                                .executeUpdate()))
                .hasStackTraceContaining("the owner of a record never changes");
    }

    private void insertAs(UUID owner) {
        QuarkusTransaction.requiringNew().run(() -> em.createNativeQuery(
                        "insert into probe values (gen_random_uuid(), ?1, 'TLP:CLEAR', '{}', 1, now(), now())")
                .setParameter(1, owner)
                .executeUpdate());
    }

    private Set<UUID> permitted(Principal caller) {
        return matching(i -> policy.decide(caller, AccessIntent.LIST, WORLD.records.get(i), WORLD.sharing(i, caller))
                .permitted());
    }

    private Set<UUID> behindTheWall(Principal caller) {
        if (Set.of(Role.ADMINISTRATOR).containsAll(caller.roles())) {
            return Set.of();
        }
        return matching(i -> {
            ProtectedRecord record = WORLD.records.get(i);
            boolean reach = record.ownerOrg().equals(caller.organisation())
                    ? caller.compartments().containsAll(record.compartments())
                    : WORLD.sharing(i, caller).opensTo(caller.declared())
                            && record.compartments().isEmpty();
            Set<ClosureGround> through =
                    record.ownerOrg().equals(caller.organisation()) ? policy.seenThrough(caller) : Set.of();
            return reach
                    && caller.clearance().covers(record.classification())
                    && record.closures().stream()
                            .allMatch(ground -> through.contains(ground) || !ground.closesRecord());
        });
    }

    private static Set<UUID> matching(Predicate<Integer> condition) {
        return IntStream.range(0, WORLD.records.size())
                .filter(condition::test)
                .mapToObj(i -> WORLD.records.get(i).id())
                .collect(Collectors.toSet());
    }

    private Set<UUID> listed(Principal caller, boolean filtered, boolean wallOpen) {
        become(caller);
        FilterQuery filter = filtered
                ? FilterQuery.of(policy.filter(caller, RecordKind.INCIDENT))
                : new FilterQuery("1 = 1", new HashMap<>());
        return query(filter.parameters(), filter.condition(), wallOpen);
    }

    private Set<UUID> query(Map<String, Object> parameters, String condition, boolean wallOpen) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (wallOpen) {
                em.createNativeQuery(WIDE_OPEN)
                        .setParameter(
                                1,
                                WORLD.organisations.stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",", "{", "}")))
                        .setParameter(
                                2,
                                Arrays.stream(ClosureGround.values())
                                        .map(ClosureGround::code)
                                        .collect(Collectors.joining(",", "{", "}")))
                        .getSingleResult();
            }
            var query = em.createQuery("select id from ProbeEntity where " + condition, UUID.class);
            parameters.forEach(query::setParameter);
            return new HashSet<>(query.getResultList());
        });
    }

    private void become(Principal caller) {
        Arc.container().requestContext().terminate();
        Arc.container().requestContext().activate();
        ClientProxy.unwrap(current).principal = caller;
    }

    private static String describe(Principal caller) {
        return "seed " + SEED + ", roles " + caller.roles() + ", " + caller.clearance() + ", " + caller.compartments()
                + ", " + caller.service() + ", for " + caller.declared();
    }

    private static void insert(Connection admin, ProtectedRecord record) throws SQLException {
        try (PreparedStatement statement =
                admin.prepareStatement("insert into probe values (?, ?, ?, ?, 1, now(), now())")) {
            statement.setObject(1, record.id());
            statement.setObject(2, record.ownerOrg());
            statement.setString(3, record.classification().code());
            statement.setArray(
                    4, admin.createArrayOf("text", record.compartments().toArray()));
            statement.executeUpdate();
        }
    }

    /** Each as it stands, one that has ended, and one whose time is over. */
    private static void close(Connection admin, ProtectedRecord record) throws SQLException {
        for (ClosureGround ground : ClosureGround.values()) {
            boolean standing = record.closures().contains(ground);
            closure(admin, record, ground, standing ? "null" : "now()", "null");
            closure(
                    admin,
                    record,
                    ground,
                    "null",
                    standing ? "now() + interval '1 day'" : "now() - interval '1 second'");
        }
    }

    private static void closure(
            Connection admin, ProtectedRecord record, ClosureGround ground, String endedAt, String endsAt)
            throws SQLException {
        String sql =
                "insert into closure (id, kind, record_id, owner_org, ground, whole, basis_kind, basis_id, begins_at,"
                        + " ends_at, ended_at, begun_by_event, ended_by_event) select gen_random_uuid(), 'incident', ?, ?, ?, ?,"
                        + " 'statement', gen_random_uuid(), now() - interval '1 hour', %s, %s, gen_random_uuid(),"
                        + " case when %s is not null then gen_random_uuid() end";
        try (PreparedStatement statement = admin.prepareStatement(sql.formatted(
                "cast(" + endsAt + " as timestamptz)",
                "cast(" + endedAt + " as timestamptz)",
                "cast(" + endedAt + " as timestamptz)"))) {
            statement.setObject(1, record.id());
            statement.setObject(2, record.ownerOrg());
            statement.setString(3, ground.code());
            statement.setBoolean(4, ground.closesRecord());
            statement.executeUpdate();
        }
    }

    /** What is not shared was, and has ended: by itself, or since somebody ended it. */
    private static void share(
            Connection admin, ProtectedRecord record, UUID grantee, @Nullable Set<Purpose> purposes, int turn)
            throws SQLException {
        boolean inForce = purposes != null;
        if (grantee.equals(record.ownerOrg())) {
            return;
        }
        String end = inForce ? "now() + interval '1 day'" : "now() - interval '1 second'";
        String ends = turn % 2 == 0 ? end + ", null" : inForce ? "null, null" : "null, now()";
        try (PreparedStatement statement = admin.prepareStatement(
                "insert into share (id, kind, record_id, owner_org, grantee_org, ends_at, ended_at, granted_by, granted_at,"
                        + " purposes) values (gen_random_uuid(), 'incident', ?, ?, ?, " + ends + ", ?, now(), ?)")) {
            statement.setObject(1, record.id());
            statement.setObject(2, record.ownerOrg());
            statement.setObject(3, grantee);
            statement.setObject(4, UUID.randomUUID());
            statement.setArray(
                    5,
                    admin.createArrayOf(
                            "text",
                            purposes == null
                                    ? new Object[0]
                                    : purposes.stream().map(Purpose::code).toArray()));
            statement.executeUpdate();
        }
    }
}
