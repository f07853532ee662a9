package org.aletheia.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, by pseudonymous ids.
 *
 * @param member id of the member, null for the server itself
 * @param organisation for which it is done, null for the server itself
 * @param role code of the role in which it is done
 */
public record Actor(@Nullable UUID member, @Nullable UUID organisation, String role) {
    /** The server itself. */
    public static final Actor SYSTEM = new Actor(null, null, "system");
}
