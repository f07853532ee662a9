package org.aletheia.access.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.Member;
import org.aletheia.access.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member as administrators see them: what they were given, with when it ends, whether or not it has ended by itself.
 *
 * @param endedAt when somebody ended it
 */
@Schema(name = "Member")
record MemberView(
        UUID id,
        UUID organisation,
        String issuer,
        String subject,
        List<String> roles,
        String clearance,
        List<String> compartments,
        @Nullable Instant until,
        EndsRequest ends,
        @Nullable ServiceRequest service,
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
                member.standing().ends().membership(),
                EndsRequest.of(member.standing().ends()),
                ServiceRequest.of(member.standing().service()),
                member.revision(),
                member.createdAt(),
                member.revisedAt(),
                member.endedAt());
    }
}
