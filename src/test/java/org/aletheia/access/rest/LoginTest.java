package org.aletheia.access.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token of the real identity provider, an enrolment of ours, and what is told of both. */
@QuarkusTest
@Tag("it")
class LoginTest {
    @Test
    void anEnrolledCallerSeesWhoTheyAre() {
        Enrolment.as("documenter")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("member", equalTo(Enrolment.member("documenter").toString()))
                .body("organisation.name", equalTo("Field Team"))
                .body("roles", contains("documenter"))
                .body("clearance", equalTo("TLP:AMBER+STRICT"));
    }

    @Test
    void aTokenWithoutEnrolmentOpensNothing() {
        Enrolment.as("outsider")
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-enrolled"));
    }

    @Test
    void aTokenForAnotherApplicationIsRefused() {
        Enrolment.as("documenter").get("/api/v1/me").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.forOtherApplication("documenter"))
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }
}
