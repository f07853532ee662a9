package org.aletheia.testimony.statement;

import java.util.UUID;
import org.aletheia.kernel.UncertainDate;

/**
 * That the person agreed, by itself and apart from the claim, that their narrative reaches those who inquire or prosecute
 * in one body, for one purpose. It opens nothing beyond: share, classification and compartments hold as before.
 *
 * @param organisation the member organisation; no other is meant
 * @param scope what was agreed to, code of {@code consent-scope}
 * @param consent how that consent is found, an id or number of its own
 * @param consentedOn when it was given
 */
public record NarrativeOpening(UUID organisation, String scope, String consent, UncertainDate consentedOn) {}
