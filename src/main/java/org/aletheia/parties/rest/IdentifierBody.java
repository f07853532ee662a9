package org.aletheia.parties.rest;

import java.util.List;
import org.aletheia.evidence.record.Checks;
import org.aletheia.parties.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An identifier as callers write it.
 *
 * @param scheme code of {@code identifier-scheme}
 */
record IdentifierBody(@Nullable String scheme, @Nullable String value) {
    private static final int MAX_VALUE = 200;

    static List<Identifier> all(Checks checks, @Nullable List<IdentifierBody> identifiers) {
        return checks.each("/identifiers", identifiers, (at, given) -> given.check(at, checks));
    }

    private @Nullable Identifier check(String at, Checks checks) {
        String code = checks.code("identifier-scheme", at + "/scheme", checks.required(at + "/scheme", scheme));
        String text = checks.text(at + "/value", checks.required(at + "/value", value), MAX_VALUE);
        return code == null || text == null ? null : new Identifier(code, text);
    }
}
