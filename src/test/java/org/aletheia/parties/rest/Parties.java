package org.aletheia.parties.rest;

import static org.aletheia.testing.Records.create;

import java.util.List;
import java.util.Map;

/** Makes parties through the API. */
final class Parties {
    private Parties() {}

    static Map<String, Object> unit(String user, String name) {
        return Map.of("kind", "unit", "id", create(user, "units", Map.of("names", names(name))));
    }

    static Map<String, Object> commander(String user, String name) {
        Map<String, Object> body = Map.of("protectedIdentity", false, "names", names(name));
        return Map.of("kind", "person", "id", create(user, "persons", body));
    }

    /** The body of an affiliation for a time. */
    static Map<String, Object> link(
            String relation, Map<String, Object> subject, Map<String, Object> object, String during) {
        return Map.of("relation", relation, "subject", subject, "object", object, "period", Map.of("during", during));
    }

    private static List<Map<String, String>> names(String name) {
        return List.of(Map.of("language", "en", "text", name));
    }
}
