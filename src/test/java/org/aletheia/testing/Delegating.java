package org.aletheia.testing;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delegation that stands until this is closed: between two organisations there is one at a time. */
public final class Delegating implements AutoCloseable {
    private final String giver;
    private final String id;

    private Delegating(String giver, String id) {
        this.giver = giver;
        this.id = id;
    }

    /** The giver's organisation lets another of the cast hand in for it, of every kind, for an hour. */
    public static Delegating to(String giver, String delegate) {
        return to(giver, delegate, null, Instant.now().plus(Duration.ofHours(1)));
    }

    /** As {@link #to(String, String)}. @param kinds null: all */
    public static Delegating to(String giver, String delegate, @Nullable List<String> kinds, Instant until) {
        String id = ask(giver, delegate, kinds, until).statusCode(201).extract().path("id");
        return new Delegating(giver, id);
    }

    /** Asks for one, whatever the answer. */
    public static ValidatableResponse ask(String giver, String delegate, @Nullable List<String> kinds, Instant until) {
        Map<String, Object> body = new HashMap<>(
                Map.of("delegate", Enrolment.organisation(delegate).toString(), "until", until.toString()));
        if (kinds != null) {
            body.put("kinds", kinds);
        }
        return Records.post(giver, "delegations", body);
    }

    public String id() {
        return id;
    }

    /** Ends it, where it stands still. */
    public ValidatableResponse end() {
        return Enrolment.as(giver).delete("/api/v1/delegations/" + id).then();
    }

    @Override
    public void close() {
        end();
    }
}
