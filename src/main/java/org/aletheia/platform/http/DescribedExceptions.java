package org.aletheia.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Operations that answer otherwise than their form lets one expect, by method and address. */
final class DescribedExceptions {
    private static final Set<Integer> MADE = Set.of(201);
    /** The same request again is answered with what the first one made. */
    private static final Set<Integer> MADE_OR_FOUND = Set.of(200, 201);

    private static final Set<Integer> CACHED = Set.of(200, 304);
    private static final Set<Integer> PENDING = Set.of(409);
    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    private static final Map<String, Set<Integer>> SUCCESSES = Map.ofEntries(
            Map.entry("POST /api/v1/bootstrap", MADE),
            Map.entry("POST /api/v1/member-organisations", MADE),
            Map.entry("POST /api/v1/member-organisations/{organisation}/members", MADE),
            Map.entry("POST /api/v1/shares", MADE),
            Map.entry("POST /api/v1/identity-reveals", MADE),
            Map.entry("POST /api/v1/code-lists/{id}/editions", MADE_OR_FOUND),
            Map.entry("POST /api/v1/code-lists/{id}/editions/csv", MADE_OR_FOUND),
            Map.entry("POST /api/v1/reparation-rules/sufficiency/editions", MADE_OR_FOUND),
            Map.entry("POST /api/v1/items/{id}/custody-events", MADE_OR_FOUND),
            Map.entry("POST /api/v1/items/{id}/holds", MADE_OR_FOUND),
            Map.entry("POST /api/v1/items/{id}/transfers", MADE_OR_FOUND),
            Map.entry("POST /api/v1/transfers/{id}/decisions", MADE_OR_FOUND),
            Map.entry("POST /api/v1/submissions/{id}/items", MADE_OR_FOUND),
            Map.entry("PUT /api/v1/deposits/{id}/content", MADE_OR_FOUND),
            Map.entry("POST /api/v1/anonymous-deposits/{id}/files/{file}/registration", MADE),
            Map.entry("POST /api/v1/anonymous-deposits/{id}/messages", MADE),
            Map.entry("POST /api/v1/anonymous-deposits/{id}/resumption", Set.of(204)),
            Map.entry("POST /api/v1/doors/{id}/messages", MADE),
            Map.entry("POST /api/v1/items/{id}/abuse-mark", Set.of(204)),
            Map.entry("POST /api/v1/items/{id}/fixity-checks", Set.of(202)),
            Map.entry("POST /api/v1/search/reindex", Set.of(202)),
            Map.entry("PUT /api/v1/victims/{id}/identity", Set.of(204)),
            Map.entry("PUT /api/v1/persons/{id}/identity", Set.of(204)),
            Map.entry("PUT /api/v1/victims/{id}/prior-interview-opt-out", Set.of(204)),
            Map.entry("PUT /api/v1/persons/{id}/prior-interview-opt-out", Set.of(204)),
            Map.entry("GET /api/v1/items/{id}/content", Set.of(200, 206, 304)),
            Map.entry("GET /log/checkpoint", CACHED),
            Map.entry("GET /log/checkpoints/{size}", CACHED),
            Map.entry("GET /log/vkeys", CACHED),
            Map.entry("GET /log/keys", CACHED),
            Map.entry("GET /log/keys/{number}", CACHED),
            Map.entry("GET /log/timestamps/latest", CACHED),
            Map.entry("GET /log/timestamps/{size}/checkpoint", CACHED));

    private static final Map<String, Set<Integer>> REFUSALS = Map.ofEntries(
            Map.entry("GET /api/v1/items/{id}/content", Set.of(409, 416)),
            Map.entry("GET /api/v1/anonymous-deposits/{id}/files/{file}/content", PENDING),
            Map.entry("GET /api/v1/anonymous-deposits/{id}/messages", PENDING),
            Map.entry("GET /api/v1/doors/{id}/messages", PENDING),
            Map.entry("POST /api/v1/anonymous-deposits/{id}/files/{file}/registration", Set.of(422)),
            Map.entry("GET /api/v1/items/{id}/history", PENDING),
            Map.entry("GET /api/v1/items/{id}/custody-statement", PENDING),
            Map.entry("GET /api/v1/items/{id}/custody-statement/premis", PENDING),
            Map.entry("GET /api/v1/items/{id}/custody-statement/case", PENDING),
            Map.entry("GET /api/v1/items/{id}/custody-statement/prov", PENDING),
            Map.entry("GET /api/v1/events/{id}/proof", PENDING),
            Map.entry("GET /api/v1/reparation-claims/{id}/letters/acknowledgement", PENDING),
            Map.entry("GET /api/v1/reparation-claims/{id}/letters/deficiency", PENDING),
            Map.entry("GET /api/v1/reparation-claims/{id}/letters/decision", PENDING),
            Map.entry("PUT /api/v1/deposits/{id}/content", Set.of(422)),
            Map.entry("POST /api/v1/submissions/{id}/items", Set.of(422)),
            Map.entry("POST /api/v1/bulk", Set.of(422)),
            Map.entry("POST /witness/add-checkpoint", Set.of(403, 422)));

    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("GET /api/v1/items/{id}/content", Set.of("*/*")),
            Map.entry("GET /api/v1/anonymous-deposits/{id}/files/{file}/content", Set.of("*/*")),
            Map.entry("GET /api/v1/dossier", Set.of("application/json", HTML)),
            Map.entry("POST /api/v1/item-sheet", Set.of("application/json", HTML, "text/csv", TEXT)),
            Map.entry("GET /log/checkpoint", Set.of(TEXT)),
            Map.entry("GET /log/checkpoints/{size}", Set.of(TEXT)),
            Map.entry("GET /log/vkeys", Set.of(TEXT)),
            Map.entry("GET /log/keys", Set.of(TEXT)),
            Map.entry("GET /log/keys/{number}", Set.of(TEXT)),
            Map.entry("GET /log/tile/{place}", Set.of(BINARY)),
            Map.entry("GET /log/timestamps/latest", Set.of(TEXT)),
            Map.entry("GET /log/timestamps/{size}/checkpoint", Set.of(TEXT)),
            Map.entry("GET /log/timestamps/{size}/{authority}.tst", Set.of("application/cms")),
            Map.entry("GET /witness/vkeys", Set.of(TEXT)),
            Map.entry("GET /witness/{origin}/checkpoint", Set.of(TEXT)),
            Map.entry("POST /witness/add-checkpoint", Set.of(TEXT)));

    private DescribedExceptions() {}

    /** Statuses of success; empty where what the method's signature says is right. */
    static Set<Integer> successes(String operation, boolean makes) {
        return SUCCESSES.getOrDefault(operation, makes ? MADE : Set.of());
    }

    /** Statuses of refusals beside those that follow from the form. */
    static Set<Integer> refusals(String operation) {
        return REFUSALS.getOrDefault(operation, Set.of());
    }

    /** What a success holds. @param described what the method's signature says */
    static @Nullable Content content(String operation, @Nullable Content described) {
        Set<String> types = TYPES.get(operation);
        if (types == null) {
            return described;
        }
        Schema schema = described == null || described.getMediaTypes() == null
                ? null
                : described.getMediaTypes().values().iterator().next().getSchema();
        Map<String, Schema> schemas = new LinkedHashMap<>();
        types.stream()
                .sorted()
                .forEach(type -> schemas.put(
                        type,
                        type.endsWith("json") && schema != null
                                ? schema
                                : OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        return DescribedAnswers.content(schemas);
    }
}
