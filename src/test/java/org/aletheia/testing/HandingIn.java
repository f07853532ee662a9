package org.aletheia.testing;

import static org.aletheia.testing.Enrolment.as;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;

/** What tests of handing in for another begin with and look at. */
public final class HandingIn {
    private HandingIn() {}

    /** Id of the victims' association, for which others hand in. */
    public static String association() {
        return organisation("Victims Association");
    }

    /** Id of the field team, which hands in for it. */
    public static String fieldTeam() {
        return organisation("Field Team");
    }

    /** Id of another of the cast. */
    public static String organisation(String name) {
        return Enrolment.organisation(name).toString();
    }

    /** What a member finds by a word. */
    public static List<String> found(String member, String word) {
        return as(member)
                .queryParam("q", word)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("hits.id");
    }

    /** The event at an address, once it is in the log. */
    public static Response integrated(String user, String event) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> as(user).get(event), answer -> answer.statusCode() == 200);
    }
}
