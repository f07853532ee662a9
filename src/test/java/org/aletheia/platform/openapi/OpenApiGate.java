package org.aletheia.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/** Compares two API descriptions: what of the first a caller could rely on must hold in the second. */
final class OpenApiGate {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private OpenApiGate() {}

    /** The same description in the one order in which it is checked in. */
    static String ordered(String yaml) throws JsonProcessingException {
        return YAML.writeValueAsString(sorted(YAML.readTree(yaml)));
    }

    /** What breaks callers, one line each; empty when nothing does. */
    static List<String> breaks(String before, String after) throws JsonProcessingException {
        List<String> found = new ArrayList<>(removedFields(YAML.readTree(before), YAML.readTree(after)));
        ChangedOpenApi changed = OpenApiCompare.fromContents(comparable(before), comparable(after));
        if (changed.isCompatible()) {
            return found;
        }
        for (Endpoint gone : changed.getMissingEndpoints()) {
            found.add("removed: " + gone.getMethod() + " " + gone.getPathUrl());
        }
        for (ChangedOperation operation : changed.getChangedOperations()) {
            if (operation.isIncompatible()) {
                found.add("narrowed: " + operation.getHttpMethod() + " " + operation.getPathUrl());
            }
        }
        return found.isEmpty() ? List.of("incompatible") : found;
    }

    /** The comparer lets optional fields of answers go; a caller who reads them would not. */
    private static List<String> removedFields(JsonNode before, JsonNode after) {
        List<String> removed = new ArrayList<>();
        JsonNode schemas = before.path("components").path("schemas");
        schemas.properties().forEach(schema -> {
            JsonNode kept = after.path("components").path("schemas").path(schema.getKey());
            schema.getValue().path("properties").fieldNames().forEachRemaining(field -> {
                if (kept.isObject() && !kept.path("properties").has(field)) {
                    removed.add("removed: " + schema.getKey() + "." + field);
                }
            });
        });
        return removed;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode ordered = YAML.createObjectNode();
            members.forEach(ordered::set);
            return ordered;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode ordered = YAML.createArrayNode();
            array.forEach(item -> ordered.add(sorted(item)));
            return ordered;
        }
        return node;
    }

    /** The comparer reads OpenAPI 3.0, where null is no type of its own. */
    private static String comparable(String yaml) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(yaml);
        ((ObjectNode) tree).put("openapi", "3.0.3");
        singleTypes(tree);
        return YAML.writeValueAsString(tree);
    }

    private static void singleTypes(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("type") instanceof ArrayNode types) {
            types.forEach(type -> {
                if (!type.asText().equals("null")) {
                    object.put("type", type.asText());
                }
            });
            object.put("nullable", true);
        }
        if (node instanceof ObjectNode object && object.remove("anyOf") instanceof ArrayNode either) {
            object.setAll((ObjectNode) either.get(0));
        }
        node.forEach(OpenApiGate::singleTypes);
    }
}
