package org.aletheia.evidence.record;

import java.util.UUID;

/**
 * For whom a statement is handed in, and on what.
 *
 * @param owner who will own the statement, and what comes with it
 * @param delegation in force, and held until the caller's transaction ends
 * @param statement id of the statement to be
 */
public record HandedInFor(UUID owner, UUID delegation, UUID statement) {}
