package org.aletheia.testing;

import java.util.List;
import java.util.Map;

/** Admits one of the cast to compartments for a test, and takes them back after it. */
public final class Compartments {
    private Compartments() {}

    /** Sets the compartments of a user who keeps role and clearance. */
    public static void set(String user, String role, List<String> compartments) {
        String member = "members/" + Enrolment.member(user);
        String tag = Records.get("admin", member).statusCode(200).extract().header("ETag");
        Records.put(
                        "admin",
                        member,
                        tag,
                        Map.of("roles", List.of(role), "clearance", "TLP:AMBER+STRICT", "compartments", compartments))
                .statusCode(200);
    }
}
