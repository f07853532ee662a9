package org.aletheia.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing wrong with a request.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body, {@code ""} for the body as a whole, {@code ?name} for
 *     a query parameter, {@code name:} for a header
 * @param code what, kebab-case and stable
 * @param params values that the rule speaks of (limits, allowed codes); never what a person wrote
 */
public record Finding(String pointer, String code, Map<String, Object> params) {
    public Finding {
        params = Map.copyOf(params);
    }

    /** A finding that needs no values. */
    public Finding(String pointer, String code) {
        this(pointer, code, Map.of());
    }

    /** As answers show it: pointer, code, and the values beside them. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pointer", pointer);
        members.put("code", code);
        params.forEach(members::putIfAbsent);
        return members;
    }
}
