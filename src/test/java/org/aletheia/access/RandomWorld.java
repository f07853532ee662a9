package org.aletheia.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Records, shares and callers from one seed. */
final class RandomWorld {
    private static final List<String> COMPARTMENTS = List.of("north", "minors", Principal.ABUSE_MATERIAL);
    private static final int ORGANISATIONS = 4;
    private static final int RECORDS = 250;

    final List<UUID> organisations = new ArrayList<>();
    final List<ProtectedRecord> records = new ArrayList<>();
    /** Per record, in the same order: whom it is shared with. */
    final List<Set<UUID>> sharedWith = new ArrayList<>();

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
            Set<UUID> grantees = new HashSet<>();
            if (random.nextInt(3) == 0) {
                grantees.add(pick(organisations));
            }
            grantees.remove(owner);
            sharedWith.add(grantees);
        }
    }

    Principal caller() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = random.nextInt(3); i >= 0; i--) {
            roles.add(pick(List.of(Role.values())));
        }
        return new Principal(uuid(), "issuer", "subject", pick(organisations), roles, level(), compartments());
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
