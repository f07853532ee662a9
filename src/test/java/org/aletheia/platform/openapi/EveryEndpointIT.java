package org.aletheia.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two resources whose addresses overlap can hide each other's methods without a word from the framework: so each method
 * that is written must be described once, and each that is described must be reached.
 */
@QuarkusTest
@Tag("it")
class EveryEndpointIT {
    private static final String DESCRIPTION = "/META-INF/quarkus-generated-openapi-doc.JSON";

    @Test
    void eachMethodIsDescribedOnce() throws IOException {
        List<String> described = operations().stream()
                .filter(operation -> operation.path().startsWith("/api/v1/"))
                .map(operation -> operation.verb() + " " + shape(operation.path()))
                .sorted()
                .toList();
        List<String> written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.aletheia").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect)
                        .flatMap(EveryEndpointIT::endpoints)
                        .filter(endpoint -> endpoint.contains(" /api/v1/"))
                        .sorted()
                        .toList();
        assertThat(written).doesNotHaveDuplicates().isEqualTo(described);
    }

    /** A stranger is sent away by the method, not by an address without one. */
    @Test
    void eachMethodIsReached() throws IOException {
        for (Operation operation : operations()) {
            RequestSpecification request = given();
            if (operation.consumes() != null) {
                request.header("Content-Type", operation.consumes() + multipart(operation.consumes()));
            }
            String path = operation.path().replaceAll("\\{[^/}]+}", new UUID(1, 1).toString());
            int status = request.request(operation.verb(), path).statusCode();
            if (operation.open()) {
                assertThat(status).as(operation.toString()).isNotEqualTo(405);
            } else {
                assertThat(status).as(operation.toString()).isEqualTo(401);
            }
        }
    }

    private static String multipart(String type) {
        return type.startsWith("multipart/") ? ";boundary=b" : "";
    }

    private record Operation(
            String verb,
            String path,
            boolean open,
            @org.jspecify.annotations.Nullable String consumes) {}

    private static List<Operation> operations() throws IOException {
        List<Operation> found = new ArrayList<>();
        try (InputStream in = EveryEndpointIT.class.getResourceAsStream(DESCRIPTION)) {
            JsonNode paths =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).path("paths");
            paths.properties().forEach(path -> path.getValue().properties().forEach(verb -> {
                if (verb.getValue().has("responses")) {
                    var types =
                            verb.getValue().path("requestBody").path("content").fieldNames();
                    found.add(new Operation(
                            verb.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            verb.getValue().path("security").isEmpty(),
                            types.hasNext() ? types.next().replace("*/*", "application/octet-stream") : null));
                }
            }));
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }

    private static Stream<String> endpoints(Class<?> type) {
        String base = type.getAnnotation(Path.class).value();
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + shape(base + path(method))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : (path.value().startsWith("/") ? "" : "/") + path.value();
    }

    /** Two addresses that differ in the names of their places only are one. */
    private static String shape(String path) {
        return path.replaceAll("\\{[^/}]+}", "{}").replaceAll("/$", "");
    }
}
