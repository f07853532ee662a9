package org.aletheia.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Scope;
import org.aletheia.access.ServiceAccount;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;
import org.jspecify.annotations.Nullable;

/**
 * Random standings of the cast, with what has ended by itself beside what counts; written to the database, since who was
 * widened this minute could not decide for a day.
 */
final class CastStandings {
    private static final String WRITE = """
            update member set roles = ?, clearance = ?, compartments = ?, role_ends = ?::timestamptz[],
                clearance_ends_at = ?::timestamptz, compartment_ends = ?::timestamptz[], owner = ?, scopes = ?,
                ends_at = case when ?::uuid is null then null else now() + interval '1 day' end
            where id = ?""";
    private static final List<Classification> LEVELS = List.of(Classification.values());
    private static final List<Role> ROLES = List.copyOf(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));
    private static final Instant AGO = Instant.now().minus(Duration.ofMinutes(1));
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

    private final Random random;
    private final List<String> compartmentsOfAll;
    private final List<Given> before;

    CastStandings(Random random, List<String> cast, List<String> compartments) throws SQLException {
        this.random = random;
        this.compartmentsOfAll = compartments;
        this.before = read(cast);
    }

    /** The ends are at the places of what they end. */
    private record Given(
            UUID member,
            String[] roles,
            String clearance,
            String[] compartments,
            @Nullable Instant[] roleEnds,
            @Nullable Instant clearanceEnd,
            @Nullable Instant[] compartmentEnds,
            @Nullable ServiceAccount service) {}

    /** Every member as before. */
    void giveBack() throws SQLException {
        for (Given given : before) {
            write(given);
        }
    }

    /** The member with a standing that does not end. */
    void stand(String user, Set<Role> roles, Classification clearance, Set<String> compartments) throws SQLException {
        write(lasting(Enrolment.member(user), codes(roles), clearance.code(), compartments.toArray(String[]::new)));
    }

    /** The member with a new random standing, as the policy is to see it. */
    Principal drawn(String user) throws SQLException {
        Set<Role> roles = EnumSet.of(one(ROLES));
        if (random.nextBoolean()) {
            roles.add(one(ROLES));
        }
        boolean cleared = random.nextInt(5) > 0;
        Classification clearance = higher(one(LEVELS), one(LEVELS));
        Set<String> compartments =
                compartmentsOfAll.stream().filter(name -> random.nextBoolean()).collect(Collectors.toSet());
        UUID member = Enrolment.member(user);
        UUID organisation = UUID.fromString(AdminDatabase.column("select organisation from member where id = ?", member)
                .getFirst());
        ServiceAccount service = random.nextInt(4) == 0 ? service(member, organisation) : null;
        List<Role> given = beside(roles, ROLES);
        List<String> admitted = beside(compartments, compartmentsOfAll);
        write(new Given(
                member,
                codes(given),
                clearance.code(),
                admitted.toArray(String[]::new),
                ends(given, roles),
                cleared ? null : AGO,
                ends(admitted, compartments),
                service));
        return new Principal(
                member,
                "issuer",
                "subject",
                organisation,
                roles,
                cleared ? clearance : Classification.CLEAR,
                compartments,
                Set.of(),
                null,
                service);
    }

    /** A program for which another member of the organisation answers; none where there is no other. */
    private @Nullable ServiceAccount service(UUID member, UUID organisation) {
        List<String> others = AdminDatabase.column(
                "select id from member where organisation = ? and id <> ? and owner is null and ended_at is null order by id",
                organisation,
                member);
        if (others.isEmpty()) {
            return null;
        }
        Set<Scope> scopes = new HashSet<>();
        for (RecordKind kind : PolicyWorld.KINDS) {
            Stream.of(AccessIntent.LIST, AccessIntent.READ, AccessIntent.REVISE)
                    .filter(intent -> random.nextInt(3) > 0)
                    .forEach(intent -> scopes.add(new Scope(intent, kind)));
        }
        return new ServiceAccount(UUID.fromString(others.getFirst()), scopes);
    }

    private <T> List<T> beside(Set<T> count, List<T> all) {
        Set<T> given = new HashSet<>(count);
        if (random.nextBoolean()) {
            given.add(one(all));
        }
        return List.copyOf(given);
    }

    private <T> @Nullable Instant[] ends(List<T> given, Set<T> count) {
        @Nullable Instant[] ends = new Instant[given.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = !count.contains(given.get(i)) ? AGO : random.nextBoolean() ? LATER : null;
        }
        return ends;
    }

    private static Classification higher(Classification one, Classification other) {
        return one.covers(other) ? one : other;
    }

    private static String[] codes(Collection<Role> roles) {
        return roles.stream().map(Role::code).toArray(String[]::new);
    }

    private static Given lasting(UUID member, String[] roles, String clearance, String[] compartments) {
        return new Given(member, roles, clearance, compartments, new Instant[0], null, new Instant[0], null);
    }

    private static List<Given> read(List<String> cast) throws SQLException {
        List<Given> read = new ArrayList<>();
        try (Connection admin = AdminDatabase.connect();
                PreparedStatement select =
                        admin.prepareStatement("select roles, clearance, compartments from member where id = ?")) {
            for (String user : cast) {
                UUID member = Enrolment.member(user);
                select.setObject(1, member);
                try (var row = select.executeQuery()) {
                    row.next();
                    read.add(lasting(member, strings(row.getArray(1)), row.getString(2), strings(row.getArray(3))));
                }
            }
        }
        return read;
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static @Nullable String[] texts(@Nullable Instant[] ends) {
        @Nullable String[] texts = new String[ends.length];
        for (int i = 0; i < texts.length; i++) {
            Instant end = ends[i];
            texts[i] = end == null ? null : end.toString();
        }
        return texts;
    }

    private static void write(Given given) throws SQLException {
        try (Connection admin = AdminDatabase.connect();
                PreparedStatement update = admin.prepareStatement(WRITE)) {
            update.setArray(1, admin.createArrayOf("text", given.roles()));
            update.setString(2, given.clearance());
            update.setArray(3, admin.createArrayOf("text", given.compartments()));
            update.setArray(4, admin.createArrayOf("text", texts(given.roleEnds())));
            update.setString(
                    5,
                    given.clearanceEnd() == null ? null : given.clearanceEnd().toString());
            update.setArray(6, admin.createArrayOf("text", texts(given.compartmentEnds())));
            ServiceAccount service = given.service();
            update.setObject(7, service == null ? null : service.owner());
            String[] scopes = service == null
                    ? new String[0]
                    : service.scopes().stream().map(Scope::code).toArray(String[]::new);
            update.setArray(8, admin.createArrayOf("text", scopes));
            update.setObject(9, service == null ? null : service.owner());
            update.setObject(10, given.member());
            update.executeUpdate();
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
