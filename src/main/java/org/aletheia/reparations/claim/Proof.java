package org.aletheia.reparations.claim;

import java.util.UUID;

/**
 * An item that shows something of a claim.
 *
 * @param kind code of {@code claim-proof}
 * @param item the item
 */
public record Proof(String kind, UUID item) {}
