package org.aletheia.evidence.rendition;

import java.util.Set;

/**
 * What an order leaves of an item whose content it withholds: the redaction that a second person approved; where no image is
 * to be shown, one without any. Pure.
 */
final class OrderedRenditions {
    private static final String NO_IMAGE = "no-image";
    private static final Set<String> KNOWN = Set.of("redaction", NO_IMAGE);

    private OrderedRenditions() {}

    /**
     * Whether all orders in force leave the rendition.
     *
     * @param scopes codes of {@code measure-scope} of all of them; one that is not known here leaves nothing
     */
    static boolean leave(Set<String> scopes, Rendition rendition) {
        return !scopes.isEmpty()
                && KNOWN.containsAll(scopes)
                && rendition.isApprovedRedaction()
                && (!scopes.contains(NO_IMAGE) || rendition.isWithoutImage());
    }
}
