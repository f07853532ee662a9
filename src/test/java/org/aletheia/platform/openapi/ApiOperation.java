package org.aletheia.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the checked-in description says of one operation.
 *
 * @param bodies schemas by media type; empty where it takes no body
 * @param answers media types by status; none for an answer without body
 */
record ApiOperation(
        String verb,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Map<Integer, Set<String>> answers) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String in, String name, boolean required, JsonNode schema) {}

    static JsonNode description(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    static List<ApiOperation> all(JsonNode description) {
        List<ApiOperation> all = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(verb -> {
                    if (verb.getValue().has("responses")) {
                        all.add(of(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue(), description));
                    }
                }));
        return all;
    }

    private static ApiOperation of(String verb, String path, JsonNode operation, JsonNode description) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(each -> parameters.add(new Parameter(
                        each.path("in").asText(),
                        each.path("name").asText(),
                        each.path("required").asBoolean(),
                        resolved(each.path("schema"), description))));
        Map<String, JsonNode> bodies = new HashMap<>();
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(each -> bodies.put(each.getKey(), each.getValue().path("schema")));
        Map<Integer, Set<String>> answers = new HashMap<>();
        operation.path("responses").properties().forEach(each -> {
            Set<String> types = new HashSet<>();
            resolved(each.getValue(), description).path("content").fieldNames().forEachRemaining(types::add);
            answers.put(Integer.parseInt(each.getKey()), types);
        });
        return new ApiOperation(verb, path, parameters, bodies, answers);
    }

    /** What a reference stands for, and of what may be null what it is otherwise; anything else as it is. */
    static JsonNode resolved(JsonNode node, JsonNode description) {
        if (node.has("$ref")) {
            return description.at(node.get("$ref").asText().substring(1));
        }
        if (node.has("anyOf")) {
            return resolved(node.path("anyOf").path(0), description);
        }
        JsonNode types = node.path("type");
        return types.isArray() ? ((ObjectNode) node.deepCopy()).set("type", types.path(0)) : node;
    }

    /** Whether an address without query is one of this operation. */
    boolean isAt(String address) {
        String form = Pattern.compile("\\{[^}]+}")
                .splitAsStream(path)
                .map(Pattern::quote)
                .reduce((a, b) -> a + "[^/]+" + b)
                .orElse("");
        return Pattern.matches(form + (path.endsWith("}") ? "[^/]+" : ""), address);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
