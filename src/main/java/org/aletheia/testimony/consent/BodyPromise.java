package org.aletheia.testimony.consent;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * What a member organisation is where consents speak of bodies, and how far it can honour what people agree to. No secret:
 * whoever asks people must be able to tell them.
 *
 * @param type the scope of {@code consent-scope} by which it receives; any other organisation, unless an administrator said
 *     more
 * @param country under whose law it works; null where nobody said
 * @param contact whom people can call, a public number or address; null where nobody said
 * @param promises code of {@code promise-standing} by scope, where the body declared another than that of the list
 */
public record BodyPromise(
        UUID organisation,
        String type,
        @Nullable CountryCode country,
        @Nullable String contact,
        Map<String, String> promises) {
    public BodyPromise {
        promises = promises == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(promises));
    }

    /** Of a body of which nobody said anything. */
    static BodyPromise none(UUID organisation) {
        return new BodyPromise(organisation, Scopes.ANY_BODY, null, null, Map.of());
    }
}
