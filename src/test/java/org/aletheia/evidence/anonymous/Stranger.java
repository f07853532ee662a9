package org.aletheia.evidence.anonymous;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.testing.PageVisitor;
import org.aletheia.testing.Records;

/** Somebody who comes to the anonymous door with a browser, each from an address of their own. */
public final class Stranger extends PageVisitor {
    /** Of the organisation that receives, as the configuration of tests has it. */
    public static final String INTAKE = "victims-org";

    public static final String WORD = "Blue Kite";

    private static final Pattern CODE = Pattern.compile("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}");

    private String code = "";

    private Stranger(String address, String agent, String language) {
        super("/form", address, agent, language);
    }

    /** In English, from an address of their own. */
    public static Stranger any() {
        return speaking("en");
    }

    static Stranger speaking(String language) {
        return new Stranger(newAddress(), "a browser", language);
    }

    static Stranger marked(String address, String agent) {
        return new Stranger(address, agent, "en");
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
    public String leaves(String text, Map<String, byte[]> files) {
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

    /** The code that was shown. */
    public String code() {
        return code;
    }

    private static MultiPartSpecification field(String name, String value) {
        return new MultiPartSpecBuilder(value.getBytes(StandardCharsets.UTF_8))
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .build();
    }
}
