package org.aletheia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class JsonShapeTest {
    private static final int DEPTH = 3;
    private static final int ELEMENTS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[1,2,3,4]],[],[],{}]",
                "{\"a\":1,\"b\":{\"c\":[]},\"d\":2,\"e\":3}",
                "\"[[[[[[{{{{,,,,,,,\"",
                "{\"a\":\"\\\",,,,,,[[[[[\\\\\"}",
                "[\"\\\\\",\"\\\"\"]",
                "]]]]]][",
                ""
            })
    void passesAsItIs(String json) throws IOException {
        assertThat(read(json, StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[[", "{\"a\":[{\"b\":[", "[[],[],[[[", "[\"\\\\\",[[["})
    void tooDeep(String json) {
        refused(json, "json-depth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2,3,4,5]",
                "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5}",
                "[[],[1,2,3,4,",
                "[\"\",\"\",\"\",\"\","
            })
    void tooMany(String json) {
        refused(json, "json-elements");
    }

    /** In another encoding brackets and quotes would stand elsewhere than they are looked for. */
    @Test
    void anotherEncodingThanUtf8() {
        for (Charset other :
                new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_32}) {
            assertThatThrownBy(() -> read("[1]", other))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                            .isEqualTo(ProblemType.MALFORMED_JSON));
        }
    }

    private static void refused(String json, String code) {
        assertThatThrownBy(() -> read(json, StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
                    assertThat(problem.findings()).extracting(Finding::code).containsExactly(code);
                });
        assertThatThrownBy(() -> {
                    InputStream each = shape(json, StandardCharsets.UTF_8);
                    while (each.read() >= 0) {
                        // one by one
                    }
                })
                .isInstanceOf(ProblemException.class);
    }

    private static String read(String json, Charset encoding) throws IOException {
        return new String(shape(json, encoding).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream shape(String json, Charset encoding) {
        return new JsonShape(new ByteArrayInputStream(json.getBytes(encoding)), DEPTH, ELEMENTS);
    }
}
