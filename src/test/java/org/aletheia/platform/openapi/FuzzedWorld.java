package org.aletheia.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aletheia.access.Role;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.EveryRecord;
import org.aletheia.testing.Generated;
import org.aletheia.testing.Guest;
import org.aletheia.testing.Records;

/** What a fuzzer plays with: a member of an organisation that has one record of every kind, and another's that it must not see. */
final class FuzzedWorld implements AutoCloseable {
    private final Guest guest;
    private final TakenBodies bodies;
    private final List<String> ids;
    private final List<String> hidden;
    private final HttpServer lure;
    private final AtomicInteger lured = new AtomicInteger();

    private FuzzedWorld(Guest guest, TakenBodies bodies, List<String> ids, List<String> hidden) throws IOException {
        this.guest = guest;
        this.bodies = bodies;
        this.ids = ids;
        this.hidden = hidden;
        this.lure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lure.createContext("/", asked -> {
            lured.incrementAndGet();
            asked.sendResponseHeaders(204, -1);
            asked.close();
        });
        lure.start();
    }

    static FuzzedWorld make() throws IOException {
        List<String> foreign = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        foreign(foreign, hidden); // before bodies are taken: no request of the fuzzer's is to hold its words
        Guest guest = Guest.enrol();
        try (TakenBodies bodies = TakenBodies.listen()) {
            List<String> ids =
                    new ArrayList<>(EveryRecord.all(Guest.USER, guest.member()).values());
            ids.add(guest.member());
            ids.add(guest.organisation());
            ids.addAll(foreign);
            return new FuzzedWorld(guest, bodies, List.copyOf(ids), List.copyOf(hidden));
        } catch (IOException | RuntimeException | AssertionError e) {
            guest.close();
            throw e;
        }
    }

    /** Records of another organisation: the id of one is tried, those of its parts and its words are told by no answer. */
    private static void foreign(List<String> ids, List<String> hidden) {
        String canary = "Канарка" + UUID.randomUUID().toString().substring(0, 8);
        String incident = Records.create(
                "documenter2", "incidents", Map.of("title", canary, "language", "uk", "dates", List.of("2024-03-05")));
        ids.add(incident);
        hidden.add(canary);
        hidden.add(Records.act("documenter2", incident));
        JsonPath revisions = Records.get("documenter2", "incidents/" + incident + "/revisions")
                .extract()
                .jsonPath();
        hidden.add(revisions.getString("items[0].digest"));
        hidden.add(Enrolment.member("documenter2").toString());
    }

    ApiFuzzer fuzzer(URI server, long seed) throws IOException {
        JsonNode description = ApiOperation.description(Generated.project().resolve("docs/openapi.yaml"));
        return new ApiFuzzer(server, description, bodies, new ApiDraw(seed, ids, lures()), hidden);
    }

    /** How often the server was made to ask an address that a caller named. */
    int lured() {
        return lured.get();
    }

    private List<String> lures() {
        String place = "127.0.0.1:" + lure.getAddress().getPort();
        return List.of(
                "http://" + place + "/x",
                "//" + place + "/x",
                "http://" + place + "/x.crl",
                "${jndi:ldap://" + place + "/x}",
                "jdbc:postgresql://" + place + "/x");
    }

    void stand(Set<Role> roles) {
        guest.stand(roles);
    }

    @Override
    public void close() {
        lure.stop(0);
        guest.close();
    }
}
