package org.aletheia.joins.prior;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.testimony.vault.VaultSubject;

/**
 * That somebody whom this organisation knows may be somebody whom another knows, one of them having been interviewed.
 *
 * @param subject the own record
 * @param otherOrganisation whose contact desk has learned the same; not which record it has
 */
public record PriorMatch(UUID id, VaultSubject subject, UUID otherOrganisation, Instant foundAt) {}
