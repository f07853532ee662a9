package org.aletheia.testimony.door;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who comes to a door with a browser, each from an address of their own. */
final class Visitor {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([A-Za-z0-9_-]+)\"");

    private final String address;
    private final String agent;
    private final String language;
    private String session = "";

    private Visitor(String address, String agent, String language) {
        this.address = address;
        this.agent = agent;
        this.language = language;
    }

    static Visitor any() {
        return speaking("en");
    }

    static Visitor speaking(String language) {
        int number = NEXT.getAndIncrement();
        return new Visitor("10.77." + number / 250 + "." + (1 + number % 250), "a browser", language);
    }

    static Visitor marked(String address, String agent) {
        return new Visitor(address, agent, "en");
    }

    Response look() {
        return request().get("/page");
    }

    /** Gives code and word; remembers the session where the door opens. */
    Response open(String code, String word) {
        return remember(form(Map.of("code", code, "word", word)));
    }

    boolean opens(String code, String word) {
        return inside(open(code, word));
    }

    Response act(String act) {
        return remember(form(Map.of("session", session, "act", act)));
    }

    Response write(String text) {
        return remember(form(Map.of("session", session, "act", "message", "text", text)));
    }

    Response choose(String code, String word, String next) {
        return remember(form(Map.of("session", session, "act", "word", "code", code, "word", word, "next", next)));
    }

    Response withSession(String other) {
        return form(Map.of("session", other, "act", "look"));
    }

    String session() {
        return session;
    }

    static boolean inside(Response answer) {
        return SESSION.matcher(answer.asString()).find();
    }

    /** Everything of an answer by which two could be told apart, but the time. */
    static String whole(Response answer) {
        Map<String, String> headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        header -> header.getValue(),
                        (one, other) -> one + "\n" + other,
                        TreeMap::new));
        return answer.statusLine() + "\n" + headers + "\n\n" + answer.asString();
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
                .post("/page");
    }

    private RequestSpecification request() {
        return given().header("X-Forwarded-For", address)
                .header("User-Agent", agent)
                .header("Accept-Language", language);
    }
}
