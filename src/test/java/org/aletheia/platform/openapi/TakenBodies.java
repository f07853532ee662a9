package org.aletheia.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Hears which bodies the server takes while a test makes records: what a fuzzer changes a little comes far. */
final class TakenBodies implements Filter, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Taken> heard = new ArrayList<>();
    private final List<Filter> before = RestAssured.filters();

    private TakenBodies() {}

    /** A body of a request that was answered with success. */
    record Taken(String verb, String address, JsonNode body) {}

    static TakenBodies listen() {
        TakenBodies bodies = new TakenBodies();
        RestAssured.filters(bodies);
        return bodies;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        if (answer.statusCode() < 300 && request.getBody() instanceof String body && body.startsWith("{")) {
            try {
                heard.add(new Taken(
                        request.getMethod(), URI.create(request.getURI()).getPath(), JSON.readTree(body)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the server took what is no JSON", e);
            }
        }
        return answer;
    }

    /** Those that an operation took, in the order in which they came. */
    List<JsonNode> of(ApiOperation operation) {
        return heard.stream()
                .filter(taken -> taken.verb().equals(operation.verb()) && operation.isAt(taken.address()))
                .map(Taken::body)
                .toList();
    }

    /** Every body, to be tried where it does not belong. */
    List<JsonNode> all() {
        return heard.stream().map(Taken::body).toList();
    }

    @Override
    public void close() {
        RestAssured.replaceFiltersWith(before);
    }
}
