package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.Classification;
import org.aletheia.access.Ends;
import org.aletheia.access.Member;
import org.aletheia.access.Role;
import org.aletheia.access.Scope;
import org.aletheia.access.ServiceAccount;
import org.aletheia.access.Standing;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "member")
@SuppressWarnings("NullAway.Init")
class MemberEntity {
    @Id
    UUID id;

    UUID organisation;
    String issuer;
    String subject;
    String[] roles;
    String clearance;
    String[] compartments;
    int revision;
    Instant createdAt;
    Instant revisedAt;
    Instant widenedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Instant endsAt;

    /** At the same places as the roles; null where one does not end. */
    @Nullable
    Instant[] roleEnds;

    @Nullable
    Instant clearanceEndsAt;

    /** At the same places as the compartments. */
    @Nullable
    Instant[] compartmentEnds;

    /** Of a service, who answers for it. */
    @Nullable
    UUID owner;

    String[] scopes;

    static MemberEntity of(Member from) {
        MemberEntity entity = new MemberEntity();
        entity.id = from.id();
        entity.organisation = from.organisation();
        entity.issuer = from.issuer();
        entity.subject = from.subject();
        entity.revision = from.revision();
        entity.createdAt = from.createdAt();
        entity.revisedAt = from.revisedAt();
        entity.widenedAt = from.widenedAt();
        entity.endedAt = from.endedAt();
        entity.take(from.standing());
        return entity;
    }

    void take(Standing standing) {
        Ends ends = standing.ends();
        List<Role> held = standing.roles().stream().sorted().toList();
        List<String> admitted = standing.compartments().stream().sorted().toList();
        roles = held.stream().map(Role::code).toArray(String[]::new);
        clearance = standing.clearance().code();
        compartments = admitted.toArray(String[]::new);
        endsAt = ends.membership();
        roleEnds = inPlace(held, ends.roles());
        clearanceEndsAt = ends.clearance();
        ServiceAccount service = standing.service();
        owner = service == null ? null : service.owner();
        scopes = service == null
                ? new String[0]
                : service.scopes().stream().map(Scope::code).sorted().toArray(String[]::new);
        compartmentEnds = inPlace(admitted, ends.compartments());
    }

    Member toDomain() {
        List<Role> held = Arrays.stream(roles).map(Role::parse).toList();
        Ends ends =
                new Ends(endsAt, ends(held, roleEnds), clearanceEndsAt, ends(List.of(compartments), compartmentEnds));
        Standing standing =
                new Standing(Set.copyOf(held), Classification.parse(clearance), Set.of(compartments), ends, service());
        return new Member(
                id, organisation, issuer, subject, standing, revision, createdAt, revisedAt, widenedAt, endedAt);
    }

    private static <T> @Nullable Instant[] inPlace(List<T> given, Map<T, Instant> ends) {
        @Nullable Instant[] found = new Instant[given.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = ends.get(given.get(i));
        }
        return found;
    }

    private @Nullable ServiceAccount service() {
        return owner == null
                ? null
                : new ServiceAccount(
                        owner, Arrays.stream(scopes).map(Scope::parse).collect(Collectors.toUnmodifiableSet()));
    }

    private static <T> Map<T, Instant> ends(List<T> given, @Nullable Instant[] ends) {
        Map<T, Instant> found = new HashMap<>();
        for (int i = 0; i < ends.length; i++) {
            Instant end = ends[i];
            if (end != null) {
                found.put(given.get(i), end);
            }
        }
        return found;
    }
}
