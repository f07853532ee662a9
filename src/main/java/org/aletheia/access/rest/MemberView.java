package org.aletheia.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.Member;
import org.aletheia.access.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as administrators see them. */
@Schema(name = "Member")
record MemberView(
        UUID id,
        UUID organisation,
        String issuer,
        String subject,
        List<String> roles,
        String clearance,
        List<String> compartments,
        int revision,
        Instant createdAt,
        Instant revisedAt,
        @Nullable Instant endedAt) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.organisation(),
                member.issuer(),
                member.subject(),
                member.standing().roles().stream().map(Role::code).sorted().toList(),
                member.standing().clearance().code(),
                member.standing().compartments().stream().sorted().toList(),
                member.revision(),
                member.createdAt(),
                member.revisedAt(),
                member.endedAt());
    }
}
