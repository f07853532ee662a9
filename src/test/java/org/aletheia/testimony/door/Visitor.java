package org.aletheia.testimony.door;

import io.restassured.response.Response;
import java.util.Map;
import org.aletheia.testing.PageVisitor;

/** Somebody who comes to a survivor's own door, each from an address of their own. */
final class Visitor extends PageVisitor {
    private Visitor(String address, String agent, String language) {
        super("/page", address, agent, language);
    }

    static Visitor any() {
        return speaking("en");
    }

    static Visitor speaking(String language) {
        return new Visitor(newAddress(), "a browser", language);
    }

    static Visitor marked(String address, String agent) {
        return new Visitor(address, agent, "en");
    }

    Response choose(String code, String word, String next) {
        return submit(Map.of("session", session(), "act", "word", "code", code, "word", word, "next", next));
    }

    Response withSession(String other) {
        return submit(Map.of("session", other, "act", "look"));
    }
}
