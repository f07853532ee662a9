package org.aletheia.evidence.anonymous;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aletheia.testing.Records;

/** Somebody who comes to the anonymous door with a browser, each from an address of their own. */
final class Stranger {
    /** Of the organisation that receives, as the configuration of tests has it. */
    static final String INTAKE = "victims-org";

    static final String WORD = "Blue Kite";

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([A-Za-z0-9_-]+)\"");
    private static final Pattern CODE = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}");

    private final String address;
    private final String agent;
    private final String language;
    private String session = "";
    private String code = "";

    private Stranger(String address, String agent, String language) {
        this.address = address;
        this.agent = agent;
        this.language = language;
    }

    static Stranger any() {
        return speaking("en");
    }

    static Stranger speaking(String language) {
        int number = NEXT.getAndIncrement();
        return new Stranger("10.78." + number / 250 + "." + (1 + number % 250), "a browser", language);
    }

    static Stranger marked(String address, String agent) {
        return new Stranger(address, agent, "en");
    }

    Response look() {
        return request().get("/form");
    }

    /** Hands in; remembers the code and the session where it was kept. */
    Response handIn(String word, String text, Map<String, byte[]> files) {
        RequestSpecification form = request()
                .contentType("multipart/form-data; charset=UTF-8")
                .multiPart(field("text", text))
                .multiPart(field("word", word));
        files.forEach((name, bytes) -> form.multiPart("file", name, bytes, "image/jpeg"));
        Response answer = remember(form.post("/form"));
        Matcher found = CODE.matcher(answer.asString());
        if (found.find()) {
            code = found.group();
        }
        return answer;
    }

    /** Hands in with {@link #WORD}; the id of the deposit as those who take in see it. */
    String leaves(String text, Map<String, byte[]> files) {
        Set<String> before = new HashSet<>(Records.listed(INTAKE, "anonymous-deposits"));
        Response answer = handIn(WORD, text, files);
        assertThat(answer.asString()).contains("Your code", "Victims Association");
        assertThat(code).isNotEmpty();
        List<String> fresh = Records.listed(INTAKE, "anonymous-deposits").stream()
                .filter(id -> !before.contains(id))
                .toList();
        assertThat(fresh).hasSize(1);
        return fresh.getFirst();
    }

    Response open(String typed, String word) {
        return remember(form(Map.of("code", typed, "word", word)));
    }

    Response act(String act) {
        return remember(form(Map.of("session", session, "act", act)));
    }

    Response write(String text) {
        return remember(form(Map.of("session", session, "act", "message", "text", text)));
    }

    String code() {
        return code;
    }

    static boolean inside(Response answer) {
        return SESSION.matcher(answer.asString()).find();
    }

    /** Everything of an answer by which two could be told apart, but the time and the id of the request. */
    static String whole(Response answer) {
        Map<String, String> headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .filter(header -> !header.getName().equalsIgnoreCase("x-request-id"))
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        header -> header.getValue(),
                        (one, other) -> one + "\n" + other,
                        TreeMap::new));
        return answer.statusLine() + "\n" + headers + "\n\n" + answer.asString();
    }

    private static MultiPartSpecification field(String name, String value) {
        return new MultiPartSpecBuilder(value.getBytes(StandardCharsets.UTF_8))
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .build();
    }

    private Response remember(Response answer) {
        Matcher found = SESSION.matcher(answer.asString());
        if (found.find()) {
            session = found.group(1);
        }
        return answer;
    }

    private Response form(Map<String, String> fields) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post("/form");
    }

    private RequestSpecification request() {
        return given().header("X-Forwarded-For", address)
                .header("User-Agent", agent)
                .header("Accept-Language", language);
    }
}
