package org.aletheia.testing;

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

/** Somebody who comes with a browser to a page that needs no account. */
public abstract class PageVisitor {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([A-Za-z0-9_-]+)\"");

    private final String page;
    private final String address;
    private final String agent;
    private final String language;
    private String session = "";

    protected PageVisitor(String page, String address, String agent, String language) {
        this.page = page;
        this.address = address;
        this.agent = agent;
        this.language = language;
    }

    /** An address that no other visitor has. */
    protected static String newAddress() {
        int number = NEXT.getAndIncrement();
        return "10.77." + number / 250 + "." + (1 + number % 250);
    }

    public Response look() {
        return request().get(page);
    }

    /** Gives code and word; remembers the session where it opens. */
    public Response open(String code, String word) {
        return submit(Map.of("code", code, "word", word));
    }

    public boolean opens(String code, String word) {
        return inside(open(code, word));
    }

    public Response act(String act) {
        return submit(Map.of("session", session, "act", act));
    }

    public Response write(String text) {
        return submit(Map.of("session", session, "act", "message", "text", text));
    }

    public String session() {
        return session;
    }

    public static boolean inside(Response answer) {
        return SESSION.matcher(answer.asString()).find();
    }

    /** Everything of an answer by which two could be told apart, but the time. */
    public static String whole(Response answer) {
        Map<String, String> headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        header -> header.getValue(),
                        (one, other) -> one + "\n" + other,
                        TreeMap::new));
        return answer.statusLine() + "\n" + headers + "\n\n" + answer.asString();
    }

    /** Sends the form; remembers the session of the answer, if it has one. */
    protected Response submit(Map<String, String> fields) {
        return remember(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(page));
    }

    protected Response remember(Response answer) {
        Matcher found = SESSION.matcher(answer.asString());
        if (found.find()) {
            session = found.group(1);
        }
        return answer;
    }

    protected RequestSpecification request() {
        return given().header("X-Forwarded-For", address)
                .header("User-Agent", agent)
                .header("Accept-Language", language);
    }
}
