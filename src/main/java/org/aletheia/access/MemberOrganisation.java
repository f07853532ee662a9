package org.aletheia.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation whose members may call; "organisation" alone is one that the record speaks of. */
public record MemberOrganisation(
        UUID id,
        String name,
        int revision,
        Instant createdAt,
        Instant revisedAt,
        @Nullable Instant endedAt) {}
