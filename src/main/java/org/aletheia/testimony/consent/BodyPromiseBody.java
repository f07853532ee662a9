package org.aletheia.testimony.consent;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * A {@link BodyPromise} as administrators write it.
 *
 * @param type code of {@code consent-scope}, of those by which a body receives
 * @param country ISO 3166-1
 * @param contact a public number or address, at most 200 characters
 * @param promises where they differ from the list
 */
public record BodyPromiseBody(
        @Nullable String type,
        @Nullable String country,
        @Nullable String contact,
        @Nullable List<PromiseBody> promises) {
    private static final int MOST_CONTACT = 200;

    /**
     * How far the body can honour one scope.
     *
     * @param scope code of {@code consent-scope}
     * @param standing code of {@code promise-standing}
     */
    public record PromiseBody(
            @Nullable String scope, @Nullable String standing) {}

    BodyPromise check(UUID organisation, Checks checks, Scopes scopes) {
        String what = checks.code(Scopes.LIST, "/type", checks.required("/type", type));
        checks.findings().require(what == null || scopes.ofBody(what), "/type", "not-of-body");
        CountryCode in = checks.country("/country", country);
        String call = checks.text("/contact", contact, MOST_CONTACT);
        Map<String, String> promised = new TreeMap<>();
        checks.each("/promises", promises, (at, each) -> {
            String scope = checks.code(Scopes.LIST, at + "/scope", checks.required(at + "/scope", each.scope()));
            String how = checks.code(
                    "promise-standing", at + "/standing", checks.required(at + "/standing", each.standing()));
            if (scope != null && how != null) {
                boolean once = promised.put(scope, how) == null;
                checks.findings().require(once, at + "/scope", "repeated");
            }
            return each;
        });
        checks.throwIfAny();
        return new BodyPromise(organisation, sure(what), in, call, promised);
    }
}
