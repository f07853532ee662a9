package org.aletheia.evidence.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON-LD 1.1 document under construction: a context of prefixes, and nodes. Not thread-safe. */
final class JsonLd {
    private final Map<String, Object> context = new TreeMap<>();
    private final List<Map<String, Object>> graph = new ArrayList<>();

    /** @param base of the ids of this deployment's own nodes, prefix {@code kb} */
    JsonLd(String base) {
        context.put("kb", base);
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    JsonLd prefix(String name, String iri) {
        context.put(name, iri);
        return this;
    }

    /** A node, to be filled. */
    Map<String, Object> node(String id, Object type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        graph.add(node);
        return node;
    }

    Map<String, Object> document() {
        return Map.of("@context", context, "@graph", graph);
    }

    static Map<String, Object> ref(String id) {
        return Map.of("@id", id);
    }

    static Map<String, Object> typed(String type, String value) {
        return Map.of("@type", "xsd:" + type, "@value", value);
    }
}
