package org.aletheia.evidence.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What published shapes ask of nodes of the classes that our JSON-LD has: which properties, of which type, how often. Classes
 * and properties that are not known are faults, and so are references to what the document does not hold. The tables were
 * written anew from SHACL shapes of CASE and UCO 1.4.0, and from domains and ranges of PROV-O and Dublin Core;
 * docs/custody.md §6 tells when documents were last run through the shapes themselves.
 */
public final class JsonLdShapes {
    private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";
    private static final Map<String, String> CASE_PREFIXES = Map.of(
            "case-investigation", "https://ontology.caseontology.org/case/investigation/",
            "uco-action", UCO + "action/",
            "uco-core", UCO + "core/",
            "uco-identity", UCO + "identity/",
            "uco-observable", UCO + "observable/",
            "uco-types", UCO + "types/",
            "xsd", "http://www.w3.org/2001/XMLSchema#");
    private static final Map<String, String> PROV_PREFIXES = Map.of(
            "prov", "http://www.w3.org/ns/prov#",
            "dcterms", "http://purl.org/dc/terms/",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    /** {@code class: property type min..max, …}; a type with a capital or a colon is a class. * is any number. */
    private static final JsonLdShapes CASE = new JsonLdShapes(CASE_PREFIXES, """
        uco-core:UcoObject: uco-core:name string 0..1, uco-core:description string 0..*, \
        uco-core:objectCreatedTime dateTime 0..1, uco-core:hasFacet uco-core:Facet 0..*
        uco-core:Facet:
        uco-observable:File < uco-core:UcoObject:
        uco-observable:ContentDataFacet < uco-core:Facet: uco-observable:mimeType string 0..*, \
        uco-observable:sizeInBytes integer 0..1, uco-observable:hash uco-types:Hash 0..*
        uco-types:Hash: uco-types:hashMethod method 1..1, uco-types:hashValue hexBinary 1..1
        uco-identity:Identity < uco-core:UcoObject:
        uco-identity:Organization < uco-identity:Identity:
        uco-core:Annotation < uco-core:UcoObject: uco-core:statement string 0..*, \
        uco-core:object uco-core:UcoObject 1..*
        case-investigation:ProvenanceRecord < uco-core:UcoObject: uco-core:object uco-core:UcoObject 0..*, \
        case-investigation:exhibitNumber string 0..1, case-investigation:rootExhibitNumber string 0..*
        case-investigation:InvestigativeAction < uco-core:UcoObject: uco-action:startTime dateTime 0..1, \
        uco-action:endTime dateTime 0..1, uco-action:performer uco-core:UcoObject 0..1, \
        uco-action:participant uco-core:UcoObject 0..*, uco-action:object uco-core:UcoObject 0..*, \
        uco-action:result uco-core:UcoObject 0..*, \
        case-investigation:wasInformedBy case-investigation:InvestigativeAction 0..*
        """);

    private static final JsonLdShapes PROV = new JsonLdShapes(PROV_PREFIXES, """
        rdfs:Resource: rdfs:label string 0..1, rdfs:comment string 0..1
        prov:Entity < rdfs:Resource: prov:wasGeneratedBy prov:Activity 0..1, dcterms:subject prov:Entity 0..1, \
        dcterms:temporal string 0..1, dcterms:identifier string 0..1
        prov:Activity < rdfs:Resource: prov:used prov:Entity 0..*, prov:startedAtTime dateTime 0..1, \
        prov:endedAtTime dateTime 0..1, prov:wasInformedBy prov:Activity 0..*, \
        prov:wasAssociatedWith prov:Agent 0..*
        prov:Agent < rdfs:Resource: prov:actedOnBehalfOf prov:Agent 0..*
        prov:Person < prov:Agent:
        prov:Organization < prov:Agent:
        """);

    private static final Set<String> METHODS = Set.of(
            "MD5",
            "MD6",
            "SHA1",
            "SHA224",
            "SHA256",
            "SHA3-224",
            "SHA3-256",
            "SHA3-384",
            "SHA3-512",
            "SHA384",
            "SHA512",
            "SSDEEP");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");

    private final Map<String, String> prefixes;
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, Map<String, Rule>> rules = new HashMap<>();

    private record Rule(String type, int min, int max) {}

    private JsonLdShapes(Map<String, String> prefixes, String table) {
        this.prefixes = prefixes;
        for (String line : table.lines().toList()) {
            String head = line.split(": |:$", 2)[0];
            String[] names = head.split(" < ");
            if (names.length > 1) {
                above.put(names[0], names[1]);
            }
            Map<String, Rule> properties = rules.computeIfAbsent(names[0], name -> new HashMap<>());
            String tail = line.substring(head.length()).replaceFirst("^:", "").strip();
            for (String property : tail.isEmpty() ? new String[0] : tail.split(", ")) {
                String[] words = property.split(" ");
                String[] bounds = words[2].split("\\.\\.");
                int max = bounds[1].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
                properties.put(words[0], new Rule(words[1], Integer.parseInt(bounds[0]), max));
            }
        }
    }

    /** What is wrong in a CASE document. */
    public static List<String> caseFaults(JsonNode document) {
        return CASE.faults(document);
    }

    /** What is wrong in a PROV-O document. */
    public static List<String> provFaults(JsonNode document) {
        return PROV.faults(document);
    }

    private List<String> faults(JsonNode document) {
        List<String> faults = new ArrayList<>();
        Map<String, String> classes = new HashMap<>();
        prefixes.forEach((name, iri) ->
                require(document.path("@context").path(name).asText().equals(iri), "prefix " + name, faults));
        for (JsonNode node : document.path("@graph")) {
            String id = node.path("@id").asText();
            require(id.matches("kb:[A-Za-z0-9.-]+"), "id " + id, faults);
            require(classes.put(id, node.path("@type").asText()) == null, "twice " + id, faults);
        }
        document.path("@graph").forEach(node -> node(node, classes, faults));
        return faults;
    }

    private void node(JsonNode node, Map<String, String> classes, List<String> faults) {
        String id = node.path("@id").asText();
        String type = node.path("@type").asText();
        require(rules.containsKey(type), id + " is of the class " + type, faults);
        Set<String> unknown = new HashSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of("@id", "@type"));
        for (String each = type; each != null; each = above.get(each)) {
            rules.getOrDefault(each, Map.of()).forEach((property, rule) -> {
                unknown.remove(property);
                JsonNode value = node.path(property);
                List<JsonNode> values = new ArrayList<>();
                if (value.isArray()) {
                    value.forEach(values::add);
                } else if (!value.isMissingNode()) {
                    values.add(value);
                }
                boolean often = values.size() >= rule.min() && values.size() <= rule.max();
                require(often, id + " has " + values.size() + " of " + property, faults);
                values.forEach(one -> require(fits(one, rule, classes), id + " " + property + " " + one, faults));
            });
        }
        unknown.forEach(property -> faults.add(id + " has " + property));
    }

    private boolean fits(JsonNode value, Rule rule, Map<String, String> classes) {
        return switch (rule.type()) {
            case "string" -> value.isTextual() && !value.asText().isEmpty();
            case "method" -> value.isTextual() && METHODS.contains(value.asText());
            case "integer" ->
                typed(value, "integer") && INTEGER.matcher(text(value)).matches();
            case "hexBinary" ->
                typed(value, "hexBinary") && HEX.matcher(text(value)).matches();
            case "dateTime" -> typed(value, "dateTime") && isTime(text(value));
            default -> value.size() == 1 && isA(classes.get(value.path("@id").asText()), rule.type());
        };
    }

    private boolean isA(@org.jspecify.annotations.Nullable String type, String wanted) {
        for (String each = type; each != null; each = above.get(each)) {
            if (each.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean typed(JsonNode value, String type) {
        return value.path("@type").asText().equals("xsd:" + type)
                && value.path("@value").isTextual();
    }

    private static String text(JsonNode value) {
        return value.path("@value").asText();
    }

    private static boolean isTime(String text) {
        try {
            return !OffsetDateTime.parse(text).toString().isEmpty();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
