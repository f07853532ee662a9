package org.aletheia.search;

import static org.aletheia.testing.Enrolment.as;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Sharing;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Delegating;
import org.aletheia.testing.Enrolment;
import org.awaitility.Awaitility;

/**
 * Random records of three organisations, made through the API, and random standings of the cast, which are given back when
 * this is closed.
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
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Random random;
    private final ClosedRecords closed;
    private final String word = Found.word();
    private final List<Made> made = new ArrayList<>();
    private final CastStandings standings;
    private Instant lastEnd = Instant.now();
    private final List<Cited> cited = new ArrayList<>();

    PolicyWorld(long seed, ClosedRecords closed) throws SQLException {
        this.random = new Random(seed);
        this.closed = closed;
        this.standings = new CastStandings(random, CAST, COMPARTMENTS);
    }

    /** A record, and whom it is shared with, for which purposes. */
    record Made(ProtectedRecord guarded, Map<UUID, Set<Purpose>> grantees) {
        String id() {
            return guarded.id().toString();
        }

        RecordKind kind() {
            return guarded.kind();
        }

        UUID owner() {
            return guarded.ownerOrg();
        }

        Sharing sharing(UUID organisation) {
            Set<Purpose> purposes = grantees.get(organisation);
            return purposes == null ? Sharing.NONE : Sharing.of(purposes);
        }
    }

    /** A source about a record of the world, and the item of the same organisation that it names. */
    record Cited(Made subject, Made item, ProtectedRecord source) {}

    String word() {
        return word;
    }

    List<Made> made() {
        return made;
    }

    List<Made> of(RecordKind kind) {
        return made.stream().filter(record -> record.kind() == kind).toList();
    }

    /** What is cited for one record. */
    Stream<Cited> citedFor(Made subject) {
        return cited.stream().filter(each -> each.subject().equals(subject));
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
            standings.stand(
                    owner, EnumSet.of(Role.DOCUMENTER, Role.CASE_TEAM), Classification.RED, Set.copyOf(COMPARTMENTS));
        }
        for (int i = 0; i < 4; i++) {
            add(RecordKind.ITEM, one(OWNERS), Set.of());
        }
        addHandedIn("documenter2", "documenter");
        addHandedIn("case-team", "documenter2");
        for (int i = 0; i < 12; i++) {
            add(RecordKind.INCIDENT, one(OWNERS), Set.of());
        }
        OWNERS.forEach(this::addForPurposes);
        for (int i = 0; i < 4; i++) {
            add(RecordKind.UNIT, one(OWNERS), Set.of());
            add(RecordKind.CASE_FILE, "case-team", members());
        }
        String last = Found.incident("documenter", "the last " + word + "last");
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Found.ids("documenter", word + "last").contains(last)
                        && compared()
                        && shown()
                        && Instant.now().isAfter(lastEnd));
    }

    /** Whether the keys of possible same are kept of all items: they have the same bytes. */
    private boolean compared() {
        return of(RecordKind.ITEM).stream().noneMatch(item -> AdminDatabase.column(
                        "select 1 from match_key where record_id = ?",
                        item.guarded().id())
                .isEmpty());
    }

    /**
     * Whether searches show again what was closed or unshared: they leave it out, also for whom it is before, until a view of the
     * index is surely younger.
     */
    private boolean shown() {
        String ids = made.stream().map(Made::id).collect(Collectors.joining(",", "{", "}"));
        return AdminDatabase.column("""
                        select 1 from restriction_pending where record_id = any (cast(? as uuid[]))
                            and (indexed_at is null or indexed_at > now() - interval '3 seconds')""", ids).isEmpty();
    }

    /** The member with a new random standing. */
    Principal drawn(String user) throws SQLException {
        return standings.drawn(user);
    }

    @Override
    public void close() throws SQLException {
        standings.giveBack();
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
        List<Made> citable = kind == RecordKind.INCIDENT || kind == RecordKind.UNIT ? citable(owner) : List.of();
        List<String> sources = citable.stream()
                .map(item -> Found.create(
                        owner, path(kind) + "/" + id + "/sources", Map.of("item", item.id(), "support", "supports")))
                .toList();
        Map<UUID, Set<Purpose>> grantees = kind == RecordKind.CASE_FILE ? Map.of() : share(kind, id, owner);
        Made now = new Made(record.closedBy(closures(kind, id)), grantees);
        made.add(now);
        for (int i = 0; i < sources.size(); i++) {
            cited.add(cited(now, citable.get(i), sources.get(i)));
        }
    }

    /** What nothing but the purposes of its shares keeps from the others. */
    private void addForPurposes(String owner) {
        Map<String, Object> body = new HashMap<>(
                Map.of("classification", Classification.CLEAR.code(), "compartments", List.of(), "language", "en"));
        String id = create(RecordKind.INCIDENT, owner, body, Set.of());
        Map<UUID, Set<Purpose>> grantees = new HashMap<>();
        OWNERS.stream().filter(other -> !other.equals(owner)).forEach(other -> {
            String share = Found.share(owner, RecordKind.INCIDENT.code(), id, name(other));
            grantees.put(organisation(other), narrowed(owner, share));
        });
        ProtectedRecord record = new ProtectedRecord(
                RecordKind.INCIDENT, UUID.fromString(id), organisation(owner), Classification.CLEAR, Set.of());
        made.add(new Made(record.closedBy(Set.of()), grantees));
    }

    /** An item that one organisation hands in for another: whose it is decides, and not who brought it. */
    private void addHandedIn(String by, String owner) {
        Classification level = one(List.of(Classification.AMBER, Classification.AMBER_STRICT, Classification.RED));
        Delegating given = Delegating.to(owner, name(by));
        String id;
        try (given) {
            String submission = Found.create(
                    by,
                    "submissions",
                    Map.of(
                            "title",
                            "Delivery " + word,
                            "controller",
                            name(owner),
                            "legalBasis",
                            "consent of the data subjects",
                            "retentionRule",
                            "until-proceedings-end",
                            "onBehalfOf",
                            organisation(owner).toString()));
            id = Found.itemOf(submission, by, note(Map.of("classification", level.code())), "a note of " + word);
        }
        ProtectedRecord record = new ProtectedRecord(
                RecordKind.ITEM, UUID.fromString(id), organisation(owner), level, Set.of(), Set.of());
        Map<UUID, Set<Purpose>> grantees = share(RecordKind.ITEM, id, owner);
        made.add(new Made(record.closedBy(closures(RecordKind.ITEM, id)), grantees));
    }

    private Map<String, Object> note(Map<String, Object> held) {
        Map<String, Object> body = new HashMap<>(held);
        body.putAll(Map.of("title", "Note " + word, "kind", "document", "mayIdentifyProtectedPerson", false));
        return body;
    }

    private static Cited cited(Made subject, Made item, String source) {
        ProtectedRecord record = subject.guarded();
        Set<String> compartments = new HashSet<>(record.compartments());
        compartments.addAll(item.guarded().compartments());
        return new Cited(
                subject,
                item,
                new ProtectedRecord(
                        RecordKind.SOURCE,
                        UUID.fromString(source),
                        record.ownerOrg(),
                        higher(record.classification(), item.guarded().classification()),
                        compartments,
                        Set.of()));
    }

    private static Classification higher(Classification one, Classification other) {
        return one.covers(other) ? one : other;
    }

    /** At most one item of the owner's that nothing closes: what is closed is put to no new use. */
    private List<Made> citable(String owner) {
        return of(RecordKind.ITEM).stream()
                .filter(item -> item.owner().equals(organisation(owner)))
                .filter(item -> item.guarded().closures().isEmpty())
                .limit(1)
                .toList();
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
                yield Found.item(owner, note(body), "a note of " + word);
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

    private Map<UUID, Set<Purpose>> share(RecordKind kind, String id, String owner) {
        Map<UUID, Set<Purpose>> grantees = new HashMap<>();
        for (String other : OWNERS) {
            if (!other.equals(owner) && random.nextBoolean()) {
                String share = Found.share(owner, kind.code(), id, name(other));
                switch (random.nextInt(6)) {
                    case 0 -> as(owner).delete("/api/v1/shares/" + share).then().statusCode(204);
                    case 1 -> {
                        lastEnd = Instant.now().plusSeconds(2);
                        until(owner, share, lastEnd);
                    }
                    case 2 -> {
                        until(owner, share, LATER);
                        grantees.put(organisation(other), Set.of());
                    }
                    case 3 -> grantees.put(organisation(other), Set.of());
                    default -> grantees.put(organisation(other), narrowed(owner, share));
                }
            }
        }
        return grantees;
    }

    /** Takes all but some purposes from a share for any. */
    private Set<Purpose> narrowed(String owner, String share) {
        Set<Purpose> purposes = EnumSet.of(one(List.of(Purpose.values())));
        purposes.addAll(some(List.of(Purpose.values())));
        as(owner)
                .body(Map.of("purposes", purposes.stream().map(Purpose::code).toList()))
                .put("/api/v1/shares/" + share + "/purposes")
                .then()
                .statusCode(200);
        return purposes;
    }

    private static void until(String owner, String share, Instant end) {
        as(owner)
                .body(Map.of("until", end.toString()))
                .put("/api/v1/shares/" + share)
                .then()
                .statusCode(200);
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

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        return values.stream().filter(value -> random.nextBoolean()).collect(Collectors.toSet());
    }
}
