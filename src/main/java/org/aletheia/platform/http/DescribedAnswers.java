package org.aletheia.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Completes the API's description when it is built: the places of each address, that a token is needed, and how each
 * operation can answer, which follows from its form but for the few that {@link DescribedExceptions} names. A fuzzer holds
 * the server to it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescribedAnswers implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String LATER = "Later";
    private static final String API = "/api/";
    private static final String COSIGNING = "/witness/";
    private static final Pattern PLACE = Pattern.compile("\\{([^}:]+)[^}]*}");
    private static final Set<Integer> OF_ALL = Set.of(404, 406, 429, 503);
    private static final Set<Integer> FOR_A_WHILE = Set.of(429, 503);
    private static final Set<Integer> OF_MEMBERS = Set.of(400, 401, 403);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSchema(PROBLEM, problem())
                .addResponse(PROBLEM, refusal())
                .addResponse(LATER, later());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(method, path, operation)));
    }

    private static void complete(HttpMethod method, String path, Operation operation) {
        places(path, operation);
        pages(operation);
        if (path.startsWith(API)) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("SecurityScheme")));
        }
        APIResponses responses =
                Objects.requireNonNullElseGet(operation.getResponses(), OASFactory::createAPIResponses);
        operation.setResponses(responses);
        successes(method, path, operation, responses);
        for (int status : refusals(method, path, operation)) {
            // what an operation says of one of its own refusals stays
            APIResponse said = responses.getAPIResponse(Integer.toString(status));
            if (said == null || said.getContent() == null) {
                responses.addAPIResponse(Integer.toString(status), refused(path, status));
            }
        }
    }

    /** Addresses of resources that several kinds inherit have their places in a path of another class. */
    private static void places(String path, Operation operation) {
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            String name = place.group(1);
            if (parameter(operation, Parameter.In.PATH, name) == null) {
                operation.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
        }
    }

    /** Lists are bounded alike. */
    private static void pages(Operation operation) {
        Parameter limit = parameter(operation, Parameter.In.QUERY, "limit");
        if (limit != null && limit.getSchema() != null && parameter(operation, Parameter.In.QUERY, "cursor") != null) {
            limit.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageLimit.MAX));
        }
    }

    private static void successes(HttpMethod method, String path, Operation operation, APIResponses responses) {
        Set<Integer> statuses = DescribedExceptions.successes(method + " " + path, makes(method, operation));
        Content content = DescribedExceptions.content(method + " " + path, content(responses));
        if (!statuses.isEmpty()) {
            responses.removeAPIResponse("200");
            responses.removeAPIResponse("204");
            for (int status : statuses) {
                APIResponse success = OASFactory.createAPIResponse().description(words(status));
                responses.addAPIResponse(
                        Integer.toString(status), status == 204 || status == 304 ? success : success.content(content));
            }
        } else if (content != null) {
            responses.getAPIResponse("200").setContent(content);
        }
    }

    private static @Nullable Content content(APIResponses responses) {
        APIResponse found = responses.getAPIResponse("200");
        return found == null ? null : found.getContent();
    }

    private static boolean makes(HttpMethod method, Operation operation) {
        return method == HttpMethod.POST && parameter(operation, Parameter.In.HEADER, Idempotency.HEADER) != null;
    }

    private static Set<Integer> refusals(HttpMethod method, String path, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(OF_ALL);
        if (path.startsWith(API)) {
            statuses.addAll(OF_MEMBERS);
        }
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            statuses.add(409);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(400, 413, 415));
        }
        if (parameter(operation, Parameter.In.HEADER, "If-Match") != null) {
            statuses.addAll(Set.of(412, 428));
        }
        if (makes(method, operation)) {
            statuses.add(422);
        }
        if (path.contains("{") || parameter(operation, Parameter.In.QUERY, "cursor") != null) {
            statuses.add(410);
        }
        statuses.addAll(DescribedExceptions.refusals(method + " " + path));
        return statuses;
    }

    private static @Nullable Parameter parameter(Operation operation, Parameter.In in, String name) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        return parameters.stream()
                .filter(parameter -> parameter.getIn() == in && name.equals(parameter.getName()))
                .findFirst()
                .orElse(null);
    }

    /** Cosigners of the C2SP protocol are refused in plain text. */
    private static APIResponse refused(String path, int status) {
        return path.startsWith(COSIGNING)
                ? OASFactory.createAPIResponse()
                        .description("Refused, or not possible now")
                        .content(content(Map.of(
                                Problems.MEDIA_TYPE,
                                OASFactory.createSchema().ref(PROBLEM),
                                "text/plain",
                                typed(Schema.SchemaType.STRING),
                                "text/x.tlog.size",
                                typed(Schema.SchemaType.STRING))))
                : OASFactory.createAPIResponse().ref(FOR_A_WHILE.contains(status) ? LATER : PROBLEM);
    }

    private static String words(int status) {
        return switch (status) {
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 206 -> "Partial Content";
            case 304 -> "Not Modified";
            default -> "OK";
        };
    }

    private static APIResponse refusal() {
        Schema schema = OASFactory.createSchema().ref(PROBLEM);
        return OASFactory.createAPIResponse()
                .description("Refused, or not possible now: a problem (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema)));
    }

    /** A refusal that ends by itself: the same request may be sent again. */
    private static APIResponse later() {
        return refusal()
                .description("Not now: a problem (RFC 9457); the same request may be sent again")
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("After how many seconds")
                                .schema(typed(Schema.SchemaType.INTEGER)
                                        .format("int64")
                                        .minimum(BigDecimal.ZERO)
                                        .maximum(BigDecimal.valueOf(Long.MAX_VALUE))));
    }

    private static Schema problem() {
        // the values that a rule or a code speaks of stand beside the others
        Schema finding = typed(Schema.SchemaType.OBJECT)
                .additionalPropertiesBoolean(true)
                .addProperty("pointer", typed(Schema.SchemaType.STRING))
                .addProperty("code", typed(Schema.SchemaType.STRING));
        return typed(Schema.SchemaType.OBJECT)
                .additionalPropertiesBoolean(true)
                .addProperty("type", typed(Schema.SchemaType.STRING))
                .addProperty("title", typed(Schema.SchemaType.STRING))
                .addProperty(
                        "status",
                        typed(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", typed(Schema.SchemaType.STRING))
                .addProperty("code", typed(Schema.SchemaType.STRING))
                .addProperty("instance", typed(Schema.SchemaType.STRING))
                .addProperty("findings", typed(Schema.SchemaType.ARRAY).items(finding))
                .required(List.of("type", "title", "status", "code", "instance"));
    }

    private static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    /** The media types of a content, for exceptions. */
    static Content content(Map<String, Schema> schemas) {
        Content content = OASFactory.createContent();
        schemas.forEach((type, schema) ->
                content.addMediaType(type, OASFactory.createMediaType().schema(schema)));
        return content;
    }
}
