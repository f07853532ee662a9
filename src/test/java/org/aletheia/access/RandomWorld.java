package org.aletheia.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records, shares and callers from one seed. */
final class RandomWorld {
    private static final List<String> COMPARTMENTS = List.of("north", "minors", Principal.ABUSE_MATERIAL);
    private static final int ORGANISATIONS = 4;
    private static final int RECORDS = 250;

    final List<UUID> organisations = new ArrayList<>();
    final List<ProtectedRecord> records = new ArrayList<>();
    /** Per record, in the same order: whom it is shared with, and for which purposes. */
    final List<Map<UUID, Set<Purpose>>> sharedWith = new ArrayList<>();

    private final Instant now = Instant.now();
    private final Random random;

    RandomWorld(long seed) {
        random = new Random(seed);
        for (int i = 0; i < ORGANISATIONS; i++) {
            organisations.add(uuid());
        }
        for (int i = 0; i < RECORDS; i++) {
            UUID owner = pick(organisations);
            records.add(new ProtectedRecord(RecordKind.INCIDENT, uuid(), owner, level(), compartments())
                    .closedBy(closures()));
            Map<UUID, Set<Purpose>> grantees = new HashMap<>();
            if (random.nextInt(3) == 0) {
                grantees.put(pick(organisations), purposes());
            }
            grantees.remove(owner);
            sharedWith.add(grantees);
        }
    }

    /** How the record at a place reaches the caller. */
    Sharing sharing(int at, Principal caller) {
        Set<Purpose> purposes = sharedWith.get(at).get(caller.organisation());
        return purposes == null ? Sharing.NONE : Sharing.of(purposes);
    }

    /** Every other share is for any. */
    private Set<Purpose> purposes() {
        Set<Purpose> some = EnumSet.noneOf(Purpose.class);
        for (int i = random.nextBoolean() ? 3 : 0; i > 0; i--) {
            some.add(pick(List.of(Purpose.values())));
        }
        return some;
    }

    Principal caller() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = random.nextInt(3); i >= 0; i--) {
            roles.add(pick(List.of(Role.values())));
        }
        Set<String> compartments = compartments();
        Standing given = new Standing(roles, level(), compartments, ends(roles, compartments), service());
        Principal caller = Principal.of(uuid(), "issuer", "subject", pick(organisations), given.at(now));
        return random.nextInt(3) == 0 ? caller.actingFor(pick(List.of(Purpose.values()))) : caller;
    }

    /** Every third is a program, and every other one of these may list. */
    private @Nullable ServiceAccount service() {
        if (random.nextInt(3) > 0) {
            return null;
        }
        AccessIntent intent = random.nextBoolean() ? AccessIntent.LIST : AccessIntent.READ;
        return new ServiceAccount(uuid(), Set.of(new Scope(intent, RecordKind.INCIDENT)));
    }

    private Ends ends(Set<Role> roles, Set<String> compartments) {
        Map<Role, Instant> ofRoles = new HashMap<>();
        Map<String, Instant> ofCompartments = new HashMap<>();
        roles.stream().filter(role -> random.nextInt(3) == 0).forEach(role -> ofRoles.put(role, end()));
        compartments.stream().filter(name -> random.nextInt(3) == 0).forEach(name -> ofCompartments.put(name, end()));
        return new Ends(null, ofRoles, random.nextInt(5) == 0 ? end() : null, ofCompartments);
    }

    private Instant end() {
        return now.plus(Duration.ofHours(random.nextBoolean() ? 1 : -1));
    }

    private Set<ClosureGround> closures() {
        Set<ClosureGround> some = EnumSet.noneOf(ClosureGround.class);
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            some.add(pick(List.of(ClosureGround.values())));
        }
        return some;
    }

    private Set<String> compartments() {
        Set<String> some = new HashSet<>(COMPARTMENTS);
        some.removeIf(name -> random.nextInt(5) < 3);
        return some;
    }

    private Classification level() {
        return pick(List.of(Classification.values()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
