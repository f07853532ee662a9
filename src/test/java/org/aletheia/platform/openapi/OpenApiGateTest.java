package org.aletheia.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate itself is tested with seeded breaks. */
@Tag("unit")
class OpenApiGateTest {
    private static final String API = """
            openapi: 3.1.0
            info: {title: t, version: "1"}
            paths:
              /things:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/New'}
                  responses:
                    "201":
                      description: made
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
              /things/{id}:
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "200":
                      description: found
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
            components:
              schemas:
                New:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    note: {type: [string, "null"]}
                Thing:
                  type: object
                  properties:
                    id: {type: string}
                    name: {type: string}
                    size: {type: integer}
                    part: {anyOf: [{$ref: '#/components/schemas/Part'}, {type: "null"}]}
                Part:
                  type: object
                  properties:
                    weight: {type: integer}
            """;

    private static final String SIZE = "        size: {type: integer}\n";
    private static final String NAME = "        name: {type: string}\n";
    private static final String ID = "        - {name: id, in: path, required: true, schema: {type: string}}\n";
    private static final String MAY = "        - {name: q, in: query, schema: {type: string}}\n";

    @Test
    void nothingChangedBreaksNothing() throws JsonProcessingException {
        assertThat(OpenApiGate.breaks(API, API)).isEmpty();
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                arguments("a method", "    get:", "    put:"),
                arguments("a path", "/things/{id}:", "/objects/{id}:"),
                arguments("a field of an answer", SIZE, ""),
                arguments("a field that a request must have", "required: [name]", "required: [name, note]"),
                arguments("a type", SIZE, "        size: {type: string}\n"),
                arguments("a type within what may be null", "weight: {type: integer}", "weight: {type: string}"),
                arguments("a status", "\"200\":", "\"204\":"),
                arguments(
                        "a parameter that must be given",
                        ID,
                        ID + ID.replace("id", "q").replace("path", "query")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void breaks(String what, String from, String to) throws JsonProcessingException {
        String changed = API.replace(from, to);
        assertThat(changed).isNotEqualTo(API);
        assertThat(OpenApiGate.breaks(API, changed)).as(what).isNotEmpty();
    }

    @Test
    void aTextThatLooksLikeANumberStaysAText() throws JsonProcessingException {
        assertThat(OpenApiGate.ordered(API)).contains("version: \"1\"");
    }

    static Stream<Arguments> growth() {
        return Stream.of(
                arguments("a field of an answer", SIZE, SIZE + "        mass: {type: integer}\n"),
                arguments("a field that a request may have", NAME, NAME + "        mood: {type: string}\n"),
                arguments("a parameter that may be given", ID, ID + MAY),
                arguments(
                        "a path",
                        "components:",
                        "  /more:\n    get: {responses: {\"204\": {description: d}}}\ncomponents:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void growth(String what, String from, String to) throws JsonProcessingException {
        String changed = API.replace(from, to);
        assertThat(changed).isNotEqualTo(API);
        assertThat(OpenApiGate.breaks(API, changed)).as(what).isEmpty();
    }
}
