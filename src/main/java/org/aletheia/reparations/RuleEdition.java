package org.aletheia.reparations;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.Digest;
import org.aletheia.reparations.rules.SufficiencyRules;

/**
 * An edition of the rules of sufficiency as it was accepted. Never changed or removed.
 *
 * @param subject what events about the rules are about; the same for all editions
 * @param edition from 1
 * @param digest SHA-256 over the stored text
 * @param by member who gave it
 */
public record RuleEdition(UUID subject, int edition, SufficiencyRules rules, Digest digest, UUID by, Instant at) {}
