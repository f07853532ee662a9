package org.aletheia.search.elastic;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Classification;
import org.aletheia.access.Principal;
import org.aletheia.access.Purpose;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Role;
import org.aletheia.access.Scope;
import org.aletheia.access.ServiceAccount;

/** Random callers: people and programs, some of whom declare a purpose. */
record DrawnCallers(Random random, List<UUID> members, List<UUID> organisations, List<String> compartments) {
    Principal drawn() {
        Set<Role> roles = new HashSet<>(some(List.of(Role.values())));
        roles.add(one(List.of(Role.values())));
        roles.remove(Role.ADMINISTRATOR);
        roles.add(Role.DOCUMENTER);
        Principal caller = new Principal(
                one(members),
                "issuer",
                "subject",
                one(organisations),
                roles,
                one(List.of(Classification.values())),
                some(compartments),
                Set.of(),
                null,
                random.nextInt(4) == 0 ? service() : null);
        return random.nextInt(3) == 0 ? caller.actingFor(one(List.of(Purpose.values()))) : caller;
    }

    private ServiceAccount service() {
        Set<Scope> scopes = some(List.copyOf(IndexFamily.searchable())).stream()
                .map((RecordKind kind) -> new Scope(AccessIntent.LIST, kind))
                .collect(Collectors.toSet());
        return new ServiceAccount(UUID.randomUUID(), scopes);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        return values.stream().filter(value -> random.nextBoolean()).collect(Collectors.toSet());
    }
}
