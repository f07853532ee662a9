package org.aletheia.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws values, right and wrong ones, from one seed. */
final class ApiDraw {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEP = 70;

    /** Words that some field or other takes. */
    private static final List<String> PLAUSIBLE = List.of(
            "en",
            "uk",
            "UA",
            "TLP:GREEN",
            "TLP:RED",
            "2024-03-05",
            "2024",
            "2014-01/2014-06",
            "incident",
            "item",
            "unit",
            "person",
            "victim",
            "individual",
            "supports",
            "document",
            "01",
            "same",
            "witness",
            "missing",
            "open",
            "json",
            "html",
            "up",
            "down",
            "36.2,49.9",
            "35,49,37,51",
            "10",
            "type,kind",
            "actor,reason",
            "2026-01-01T00:00:00Z");

    /** What breaks readers, databases, patterns, paths and pages that are not prepared for it. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202etxt",
            "' or 1=1 --",
            "\"; drop table item; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%s%n%x",
            "../../etc/passwd",
            "%00",
            "null",
            "NaN",
            "-1",
            "1e999",
            "\r\nX-Canary: seen",
            "\t",
            "\uffff",
            "𝕳𝖊",
            "x".repeat(300),
            "y".repeat(70_000),
            "*",
            "[",
            "(a+)+$",
            "9999-99-99",
            "0000-00-00",
            "2024-02-30",
            "-9999999999/..",
            "../..",
            "2024-03-05T25:61:61Z",
            "TLP:PURPLE",
            "zz-ZZ-x-a-b",
            "00000000-0000-0000-0000-000000000000");

    private final Random random;
    private final List<String> ids;
    private final List<String> lures;

    /** @param lures addresses at which somebody waits whether the server can be made to ask */
    ApiDraw(long seed, List<String> ids, List<String> lures) {
        this.random = new Random(seed);
        this.ids = ids;
        this.lures = lures;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Of the records that there are, or of none. */
    String id() {
        return chance(80) ? pick(ids) : new UUID(random.nextLong(), random.nextLong()).toString();
    }

    String text() {
        int kind = random.nextInt(20);
        return kind < 6 ? id() : kind < 14 ? pick(PLAUSIBLE) : kind < 19 ? pick(ODD) : pick(lures);
    }

    /** A value that can stand between two slashes. */
    String segment() {
        String drawn = chance(85) ? id() : text();
        return drawn.isBlank() || drawn.contains("/") || drawn.startsWith(".") || drawn.length() > 1000 ? "x" : drawn;
    }

    String parameter(JsonNode schema) {
        return switch (schema.path("type").asText("string")) {
            case "integer" ->
                pick(List.of("0", "1", "2", "50", "200", "201", "-1", "2147483647", "2147483648", "x", "", "1.5"));
            case "boolean" -> pick(List.of("true", "false", "maybe", ""));
            default -> text();
        };
    }

    /** A value that a schema describes, now and then another. */
    JsonNode value(JsonNode schema, JsonNode description, int depth) {
        JsonNode resolved = ApiOperation.resolved(schema, description);
        if (chance(6) || depth > 6) {
            return odd();
        }
        return switch (resolved.path("type").asText("")) {
            case "object" -> object(resolved, description, depth);
            case "array" -> array(resolved, description, depth);
            case "integer", "number" -> number();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.textNode(text());
        };
    }

    private ObjectNode object(JsonNode schema, JsonNode description, int depth) {
        ObjectNode drawn = NODES.objectNode();
        schema.path("properties").properties().forEach(member -> {
            if (chance(70)) {
                drawn.set(member.getKey(), value(member.getValue(), description, depth + 1));
            }
        });
        return drawn;
    }

    private ArrayNode array(JsonNode schema, JsonNode description, int depth) {
        ArrayNode drawn = NODES.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            drawn.add(value(schema.path("items"), description, depth + 1));
        }
        return drawn;
    }

    private JsonNode number() {
        return pick(List.of(
                NODES.numberNode(0),
                NODES.numberNode(1),
                NODES.numberNode(-1),
                NODES.numberNode(Long.MAX_VALUE),
                NODES.numberNode(new BigInteger("9".repeat(200))),
                NODES.numberNode(0.1),
                NODES.numberNode(new BigDecimal("1e400")),
                NODES.numberNode(random.nextInt(100))));
    }

    private JsonNode odd() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.objectNode();
            case 2 -> NODES.arrayNode();
            case 3 -> number();
            case 4 -> NODES.booleanNode(true);
            case 5 -> many();
            case 6 -> deep();
            case 7 -> NODES.arrayNode().add(NODES.nullNode());
            default -> NODES.textNode(pick(ODD));
        };
    }

    /** Each a node of its own: one that stood at 3,000 places and were given as many parts would fill the heap when written. */
    private ArrayNode many() {
        ArrayNode many = NODES.arrayNode();
        JsonNode like = chance(50) ? NODES.textNode(id()) : NODES.objectNode();
        for (int i = 0; i < 3_000; i++) {
            many.add(like.<JsonNode>deepCopy());
        }
        return many;
    }

    private JsonNode deep() {
        JsonNode deep = NODES.textNode("x");
        for (int i = 0; i < DEEP; i++) {
            deep = chance(50) ? NODES.arrayNode().add(deep) : NODES.objectNode().set("a", deep);
        }
        return deep;
    }

    /** A body that was taken once, with some of its parts replaced, left out or added. */
    JsonNode changed(JsonNode body) {
        JsonNode changed = body.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(changed, containers);
            if (!containers.isEmpty()) {
                change(pick(containers));
            }
        }
        return changed;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(JsonNode container) {
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance(10)) {
                object.set(chance(50) ? "classification" : "unknown", odd());
            } else if (chance(20)) {
                object.remove(pick(names));
            } else {
                object.set(pick(names), chance(50) ? odd() : NODES.textNode(text()));
            }
        } else if (container instanceof ArrayNode array) {
            if (array.isEmpty() || chance(30)) {
                array.add(chance(50) ? odd() : NODES.textNode(text()));
            } else if (chance(30)) {
                array.add(array.get(0));
            } else {
                array.set(random.nextInt(array.size()), chance(50) ? odd() : NODES.textNode(text()));
            }
        }
    }

    /** A body as it goes over the wire, now and then no JSON any more. */
    String written(JsonNode body) throws com.fasterxml.jackson.core.JsonProcessingException {
        String json = JSON.writeValueAsString(body);
        return switch (random.nextInt(20)) {
            case 0 -> json.substring(0, random.nextInt(json.length() + 1));
            case 1 -> json.replace("\"", "'");
            case 2 -> json + json;
            case 3 -> "";
            default -> json;
        };
    }
}
