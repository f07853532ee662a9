package org.aletheia.local.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.local.demo.client.StackProperties;

/** What callers get who have no business here. */
final class Strangers {

    private final HttpClient http;
    private final StackProperties stack;
    private final Cast cast;
    private final Narrator tell;

    Strangers(HttpClient http, StackProperties stack, Cast cast, Narrator tell) {
        this.http = http;
        this.stack = stack;
        this.cast = cast;
        this.tell = tell;
    }

    void knock(String item) throws IOException, InterruptedException {
        String path = "/api/v1/items/" + item;
        var bare = HttpRequest.newBuilder(stack.server().resolve(path)).build();
        Reply nobody = new Reply(http.send(bare, HttpResponse.BodyHandlers.ofByteArray())).expect(401);
        tell.step("Without a token: " + said(nobody));
        tell.step("With a token, but not enrolled here: "
                + said(cast.as("outsider").get(path).expect(403)));
        tell.step("Enrolled, but of another organisation: "
                + said(cast.as("documenter2").get(path).expect(404)) + ", as if it did not exist");
        tell.step("The administrator: " + said(cast.as("admin").get(path).expect(403, 404))
                + "; who configures reads no content");
    }

    private static String said(Reply reply) throws IOException {
        return reply.status() + " " + reply.json().get("code").asText();
    }
}
