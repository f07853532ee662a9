package org.aletheia.access.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.Classification;
import org.aletheia.access.Member;
import org.aletheia.access.Role;
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
        roles = standing.roles().stream().map(Role::code).sorted().toArray(String[]::new);
        clearance = standing.clearance().code();
        compartments = standing.compartments().stream().sorted().toArray(String[]::new);
    }

    Member toDomain() {
        Standing standing = new Standing(
                Arrays.stream(roles).map(Role::parse).collect(Collectors.toSet()),
                Classification.parse(clearance),
                Set.of(compartments));
        return new Member(
                id, organisation, issuer, subject, standing, revision, createdAt, revisedAt, widenedAt, endedAt);
    }
}
