package org.aletheia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Claims;
import org.aletheia.local.demo.client.StackProperties;
import org.aletheia.local.demo.client.Tokens;

/** The people of the demo: who they are at the identity provider, and how they are enrolled here. */
public final class Cast {

    private record Part(String person, String organisation, List<String> roles) {}

    private static final String OFFICE = "Repository Office";

    private static final List<Part> PARTS = List.of(
            new Part("documenter", "Field Team", List.of("documenter")),
            new Part("documenter2", "Second Field Team", List.of("documenter")),
            new Part("victims-org", "Victims Association", List.of("victims-organisation")),
            new Part("investigator", "Commission of Inquiry", List.of("investigator")),
            new Part("case-team", "Commission of Inquiry", List.of("case-team")),
            new Part("claims-officer", "Commission of Inquiry", List.of("claims-officer")),
            new Part("auditor", "Commission of Inquiry", List.of("auditor")));

    private final HttpClient http;
    private final StackProperties stack;
    private final URI server;
    private final Tokens tokens;
    private final Map<String, String> organisations = new HashMap<>();

    public Cast(HttpClient http, StackProperties stack, URI server) {
        this.http = http;
        this.stack = stack;
        this.server = server;
        this.tokens = new Tokens(http, stack);
    }

    /** The API with this person's token. */
    public Api as(String person) {
        return new Api(http, server, tokens, person);
    }

    /** A valid access token of this person. */
    public String token(String person) throws IOException, InterruptedException {
        return tokens.of(person);
    }

    /** Id of an organisation that {@link #enrol} has made or found. */
    public String organisation(String name) {
        return organisations.get(name);
    }

    /** Enrols everyone who is not yet enrolled; true if this was the first time. */
    public boolean enrol() throws IOException, InterruptedException {
        Api admin = as("admin");
        boolean first = admin.get("/api/v1/me").status() != 200;
        if (first) {
            admin.post(
                            "/api/v1/bootstrap",
                            Map.of(
                                    "code",
                                    stack.get("aletheia.bootstrap.code"),
                                    "organisation",
                                    Map.of("name", OFFICE)))
                    .expect(200, 201);
        }
        for (JsonNode known : admin.get("/api/v1/member-organisations?limit=100")
                .expect(200)
                .json()
                .get("items")) {
            organisations.put(known.get("name").asText(), known.get("id").asText());
        }
        for (Part part : PARTS) {
            enrol(admin, part);
        }
        return first;
    }

    private void enrol(Api admin, Part part) throws IOException, InterruptedException {
        if (as(part.person()).get("/api/v1/me").status() == 200) {
            return;
        }
        Claims claims = Claims.of(tokens.of(part.person()));
        admin.post(
                        "/api/v1/member-organisations/" + organisationFor(admin, part.organisation()) + "/members",
                        Map.of(
                                "issuer", claims.issuer(),
                                "subject", claims.subject(),
                                "roles", part.roles(),
                                "clearance", "TLP:RED",
                                "compartments", List.of()))
                .expect(201);
    }

    private String organisationFor(Api admin, String name) throws IOException, InterruptedException {
        if (!organisations.containsKey(name)) {
            var made = admin.post("/api/v1/member-organisations", Map.of("name", name))
                    .expect(201);
            organisations.put(name, made.json().get("id").asText());
        }
        return organisations.get(name);
    }
}
