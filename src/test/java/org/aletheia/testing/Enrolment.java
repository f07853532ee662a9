package org.aletheia.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The standard cast of a test run, enrolled through the API at the first call: "Field Team" {documenter, counsel2}, "Field Team
 * Two" {documenter2}, "Victims Association" {victims-org}, "Commission" {investigator, case-team, case-team2,
 * claims-officer, disclosure-officer, auditor, protection-officer, counsel} and "Operator" {admin, admin2}, the
 * administrators, with the second of whom the founding of the server ends; {@code outsider} has a token and no enrolment.
 * All but the administrators are cleared to TLP:AMBER+STRICT, without compartments.
 */
public final class Enrolment {
    private static final String CLEARANCE = "TLP:AMBER+STRICT";
    private static final Map<String, UUID> ORGANISATIONS = new HashMap<>();
    private static final Map<String, UUID> MEMBERS = new HashMap<>();

    private Enrolment() {}

    /** A request with the token of one of the cast, who is enrolled by then; JSON unless told otherwise. */
    public static RequestSpecification as(String user) {
        ensure();
        return asGuest(user);
    }

    /** A request with the token of any user of the stack; nobody gets enrolled by it. */
    public static RequestSpecification asGuest(String user) {
        return given().auth().oauth2(Tokens.of(user)).contentType(ContentType.JSON);
    }

    /** The id of an organisation of the cast, by its name. */
    public static UUID organisation(String name) {
        ensure();
        return known(ORGANISATIONS, name);
    }

    /** The member id of one of the cast, by user. */
    public static UUID member(String user) {
        ensure();
        return known(MEMBERS, user);
    }

    private static UUID known(Map<String, UUID> ids, String name) {
        UUID id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name + " is not of the cast");
        }
        return id;
    }

    private static synchronized void ensure() {
        if (!MEMBERS.isEmpty()) {
            return;
        }
        bootstrap();
        organisation("Field Team", Map.of("documenter", "documenter", "counsel2", "counsel"));
        organisation("Field Team Two", Map.of("documenter2", "documenter"));
        organisation("Victims Association", Map.of("victims-org", "victims-organisation"));
        organisation(
                "Commission",
                Map.of(
                        "investigator", "investigator",
                        "case-team", "case-team",
                        "case-team2", "case-team",
                        "claims-officer", "claims-officer",
                        "disclosure-officer", "disclosure-officer",
                        "auditor", "auditor",
                        "protection-officer", "protection-officer",
                        "counsel", "counsel"));
        MEMBERS.put("admin2", enrol(known(ORGANISATIONS, "Operator").toString(), "admin2", "administrator"));
    }

    private static void bootstrap() {
        String code = ConfigProvider.getConfig().getValue("aletheia.bootstrap.code", String.class);
        JsonPath first = asGuest("admin")
                .body(Map.of("code", code, "organisation", Map.of("name", "Operator")))
                .post("/api/v1/bootstrap")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        ORGANISATIONS.put("Operator", UUID.fromString(first.getString("organisation")));
        MEMBERS.put("admin", UUID.fromString(first.getString("id")));
    }

    private static void organisation(String name, Map<String, String> roleByUser) {
        String id = asGuest("admin")
                .body(Map.of("name", name))
                .post("/api/v1/member-organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ORGANISATIONS.put(name, UUID.fromString(id));
        roleByUser.forEach((user, role) -> MEMBERS.put(user, enrol(id, user, role)));
    }

    private static UUID enrol(String organisation, String user, String role) {
        String id = asGuest("admin")
                .body(Map.of(
                        "issuer", Tokens.issuer(user),
                        "subject", Tokens.subject(user),
                        "roles", List.of(role),
                        "clearance", CLEARANCE))
                .post("/api/v1/member-organisations/" + organisation + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }
}
