package org.aletheia.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Hands in small items through the API, for tests that are about something else. */
public final class Items {
    private static final Set<String> HANDING_IN = Set.of("documenter", "documenter2", "victims-org");

    private Items() {}

    /** An item and the submission that it is part of. */
    public record Made(String id, String submission) {}

    /**
     * An item that the user may read: their own where their organisation hands in material, else one of "Field Team" that is
     * shared with the "Commission".
     */
    public static Made readableBy(String user) {
        if (HANDING_IN.contains(user)) {
            return of(user);
        }
        Made made = of("documenter");
        String grantee = Enrolment.organisation("Commission").toString();
        Records.create(
                "documenter", "shares", Map.of("kind", "submission", "record", made.submission(), "grantee", grantee));
        return made;
    }

    /** One text of a few bytes. */
    public static Made of(String user) {
        return of(user, "until-proceedings-end");
    }

    /** One document of the given bytes. */
    public static Made of(String user, byte[] content) {
        return of(user, "until-proceedings-end", content);
    }

    /** The same, kept by a code of {@code retention-rule}. */
    public static Made of(String user, String rule) {
        return of(user, rule, "a note".getBytes(StandardCharsets.UTF_8));
    }

    private static Made of(String user, String rule, byte[] content) {
        String submission = Records.create(
                user,
                "submissions",
                Map.of(
                        "title", "Delivery",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", rule));
        String deposit = Records.create(
                user, "submissions/" + submission + "/deposits", Map.of("title", "Note", "kind", "document"));
        String id = Enrolment.as(user)
                .contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Made(id, submission);
    }
}
