package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.testing.Enrolment.as;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.access.Classification;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Enrolment;

/**
 * Random records of three organisations, made through the API, and random standings of the cast, which are given back when
 * this is closed: in the database, since who was widened this minute could not decide for a day.
 */
final class PolicyWorld implements AutoCloseable {
    static final List<RecordKind> KINDS =
            List.of(RecordKind.INCIDENT, RecordKind.UNIT, RecordKind.ITEM, RecordKind.CASE_FILE);
    static final List<String> CAST = List.of(
            "documenter",
            "counsel2",
            "documenter2",
            "victims-org",
            "investigator",
            "case-team",
            "case-team2",
            "claims-officer",
            "disclosure-officer",
            "auditor",
            "protection-officer",
            "counsel");

    private static final Map<String, String> ORGANISATION =
            Map.of("documenter", "Field Team", "documenter2", "Field Team Two", "case-team", "Commission");
    private static final List<String> OWNERS = List.of("documenter", "documenter2", "case-team");
    private static final List<ClosureGround> LIFTED_BY_ONE = Arrays.stream(ClosureGround.values())
            .filter(ground -> ground != ClosureGround.ABUSE_MATERIAL)
            .toList();
    private static final List<String> COMPARTMENTS = List.of("north", "minors");
    private static final List<Classification> LEVELS = List.of(Classification.values());
    private static final List<Role> ROLES = List.copyOf(EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR)));
    private static final String STANDING = "update member set roles = ?, clearance = ?, compartments = ? where id = ?";

    private final Random random;
    private final ClosedRecords closed;
    private final String word = Found.word();
    private final List<Made> made = new ArrayList<>();
    private final List<Standing> before;

    PolicyWorld(long seed, ClosedRecords closed) throws SQLException {
        this.random = new Random(seed);
        this.closed = closed;
        this.before = standings();
    }

    /** A record, and whom it is shared with. */
    record Made(ProtectedRecord guarded, Set<UUID> grantees) {
        String id() {
            return guarded.id().toString();
        }

        RecordKind kind() {
            return guarded.kind();
        }

        UUID owner() {
            return guarded.ownerOrg();
        }

        boolean sharedWith(UUID organisation) {
            return grantees.contains(organisation);
        }
    }

    private record Standing(UUID member, String[] roles, String clearance, String[] compartments) {}

    String word() {
        return word;
    }

    List<Made> made() {
        return made;
    }

    Stream<Made> of(RecordKind kind) {
        return made.stream().filter(record -> record.kind() == kind);
    }

    static String path(RecordKind kind) {
        return kind.code() + "s";
    }

    static String path(RecordKind kind, String id) {
        return "/api/v1/" + path(kind) + "/" + id;
    }

    /** Makes the records, shares and closes some of them, and waits until the index has them so. */
    void fill() throws Exception {
        for (String owner : OWNERS) {
            stand(owner, EnumSet.of(Role.DOCUMENTER, Role.CASE_TEAM), Classification.RED, Set.copyOf(COMPARTMENTS));
        }
        for (int i = 0; i < 12; i++) {
            add(RecordKind.INCIDENT, one(OWNERS), Set.of());
        }
        for (int i = 0; i < 4; i++) {
            add(RecordKind.UNIT, one(OWNERS), Set.of());
            add(RecordKind.ITEM, one(OWNERS), Set.of());
            add(RecordKind.CASE_FILE, "case-team", members());
        }
        String last = Found.incident("documenter", "the last " + word + "last");
        await(() -> Found.ids("documenter", word + "last").contains(last));
    }

    /** The member with a new random standing. */
    Principal drawn(String user) throws SQLException {
        Set<Role> roles = EnumSet.of(one(ROLES));
        if (random.nextBoolean()) {
            roles.add(one(ROLES));
        }
        return stand(user, roles, higher(one(LEVELS), one(LEVELS)), some(COMPARTMENTS));
    }

    private static Classification higher(Classification one, Classification other) {
        return one.covers(other) ? one : other;
    }

    @Override
    public void close() throws SQLException {
        for (Standing standing : before) {
            write(standing);
        }
    }

    private void add(RecordKind kind, String owner, Set<UUID> confinedTo) {
        Classification level = one(
                kind == RecordKind.ITEM
                        ? List.of(Classification.AMBER, Classification.AMBER_STRICT, Classification.RED)
                        : LEVELS);
        Set<String> compartments = random.nextInt(3) == 0 ? some(COMPARTMENTS) : Set.of();
        Map<String, Object> body = new HashMap<>(
                Map.of("classification", level.code(), "compartments", List.copyOf(compartments), "language", "en"));
        String id = create(kind, owner, body, confinedTo);
        ProtectedRecord record =
                new ProtectedRecord(kind, UUID.fromString(id), organisation(owner), level, compartments, confinedTo);
        Set<UUID> grantees = kind == RecordKind.CASE_FILE ? Set.of() : share(kind, id, owner);
        made.add(new Made(record.closedBy(closures(kind, id)), grantees));
    }

    private String create(RecordKind kind, String owner, Map<String, Object> body, Set<UUID> members) {
        return switch (kind) {
            case INCIDENT -> {
                body.putAll(Map.of("title", "Convoy " + word, "dates", List.of("2024")));
                yield Found.create(owner, "incidents", body);
            }
            case UNIT -> {
                body.remove("language");
                body.put("names", List.of(Map.of("language", "en", "text", "Brigade " + word)));
                yield Found.create(owner, "units", body);
            }
            case ITEM -> {
                body.remove("language");
                body.putAll(Map.of("title", "Note " + word, "kind", "document", "mayIdentifyProtectedPerson", false));
                yield Found.item(owner, body, "a note");
            }
            case CASE_FILE -> {
                body.putAll(Map.of(
                        "title", "Case " + word,
                        "members", members.stream().map(UUID::toString).toList(),
                        "charges", List.of()));
                yield Found.create(owner, "case-files", body);
            }
            default -> throw new IllegalArgumentException(kind.code());
        };
    }

    private Set<UUID> share(RecordKind kind, String id, String owner) {
        Set<UUID> grantees = new HashSet<>();
        for (String other : OWNERS) {
            if (!other.equals(owner) && random.nextBoolean()) {
                String share = Found.share(owner, kind.code(), id, name(other));
                if (random.nextInt(4) == 0) {
                    as(owner).delete("/api/v1/shares/" + share).then().statusCode(204);
                } else {
                    grantees.add(organisation(other));
                }
            }
        }
        return grantees;
    }

    /** Some stand, some have been opened again. */
    private Set<ClosureGround> closures(RecordKind kind, String id) {
        Set<ClosureGround> standing = EnumSet.noneOf(ClosureGround.class);
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            standing.add(one(List.of(ClosureGround.values())));
        }
        standing.forEach(ground -> closed.close(kind, id, ground, null));
        if (random.nextInt(4) == 0) {
            ClosureGround lifted = one(LIFTED_BY_ONE);
            closed.close(kind, id, lifted, null);
            closed.reopen(kind, id, lifted);
            standing.remove(lifted);
        }
        return standing;
    }

    private Set<UUID> members() {
        Set<UUID> members = Stream.of("investigator", "case-team2", "claims-officer")
                .filter(user -> random.nextBoolean())
                .map(Enrolment::member)
                .collect(Collectors.toSet());
        members.add(Enrolment.member("case-team"));
        return members;
    }

    private static String name(String owner) {
        return Objects.requireNonNull(ORGANISATION.get(owner));
    }

    private static UUID organisation(String owner) {
        return Enrolment.organisation(name(owner));
    }

    private Principal stand(String user, Set<Role> roles, Classification clearance, Set<String> compartments)
            throws SQLException {
        UUID member = Enrolment.member(user);
        write(new Standing(member, codes(roles), clearance.code(), compartments.toArray(String[]::new)));
        UUID organisation = UUID.fromString(AdminDatabase.column("select organisation from member where id = ?", member)
                .getFirst());
        return new Principal(member, "issuer", "subject", organisation, roles, clearance, compartments);
    }

    private static String[] codes(Collection<Role> roles) {
        return roles.stream().map(Role::code).toArray(String[]::new);
    }

    private static List<Standing> standings() throws SQLException {
        List<Standing> standings = new ArrayList<>();
        try (Connection admin = AdminDatabase.connect();
                PreparedStatement select =
                        admin.prepareStatement("select roles, clearance, compartments from member where id = ?")) {
            for (String user : CAST) {
                UUID member = Enrolment.member(user);
                select.setObject(1, member);
                try (var row = select.executeQuery()) {
                    row.next();
                    standings.add(
                            new Standing(member, strings(row.getArray(1)), row.getString(2), strings(row.getArray(3))));
                }
            }
        }
        return standings;
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static void write(Standing standing) throws SQLException {
        try (Connection admin = AdminDatabase.connect();
                PreparedStatement update = admin.prepareStatement(STANDING)) {
            update.setArray(1, admin.createArrayOf("text", standing.roles()));
            update.setString(2, standing.clearance());
            update.setArray(3, admin.createArrayOf("text", standing.compartments()));
            update.setObject(4, standing.member());
            update.executeUpdate();
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        return values.stream().filter(value -> random.nextBoolean()).collect(Collectors.toSet());
    }
}
