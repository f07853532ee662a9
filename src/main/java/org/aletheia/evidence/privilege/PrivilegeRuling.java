package org.aletheia.evidence.privilege;

import java.time.Instant;
import java.util.UUID;

/**
 * A ruling of counsel on the privilege of a submission; the last one holds.
 *
 * @param member counsel who ruled
 */
public record PrivilegeRuling(UUID id, UUID submission, Ruling ruling, UUID member, Instant ruledAt) {}
