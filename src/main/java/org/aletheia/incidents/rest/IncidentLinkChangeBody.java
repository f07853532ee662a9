package org.aletheia.incidents.rest;

import java.util.List;
import org.aletheia.evidence.record.ProtectionBody;
import org.jspecify.annotations.Nullable;

/**
 * What may change of a link: how it is held follows from the incidents that it joins.
 *
 * @param withdrawn whether its author does not say so any more
 */
record IncidentLinkChangeBody(@Nullable Boolean withdrawn) implements ProtectionBody {
    @Override
    public @Nullable String classification() {
        return null;
    }

    @Override
    public @Nullable List<String> compartments() {
        return null;
    }
}
