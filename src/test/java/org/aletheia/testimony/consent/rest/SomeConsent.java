package org.aletheia.testimony.consent.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.put;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.aletheia.testing.Testimony;

/** Consents of the field team, and what the tests of them begin with. */
final class SomeConsent {
    static final String USER = "documenter";
    static final String DATE = "2026-03-05";

    /** Everything that can be explained. */
    static final List<String> INFORMED = List.of(
            "purpose",
            "users",
            "risks",
            "limits-of-confidentiality",
            "right-to-refuse",
            "right-to-withdraw",
            "no-benefit",
            "storage-time",
            "compelled-disclosure",
            "defence-receives");

    private SomeConsent() {}

    /** A statement with its words in an item of bytes that no other has. */
    record Told(String victim, String statement, String item) {
        static Told of() {
            String victim = Records.victim(USER);
            String item = Testimony.item(USER, "what was said " + UUID.randomUUID());
            Map<String, Object> body = Testimony.body("first-account", victim);
            body.put("items", List.of(Map.of("item", item, "role", "recording")));
            return new Told(victim, create(USER, "statements", body), item);
        }

        /** Shares both with another organisation. */
        void shareWith(String organisation) {
            SomeConsent.share("statement", statement, organisation).statusCode(201);
            SomeConsent.share("item", item, organisation).statusCode(201);
        }

        Map<String, Object> body(Map<?, ?>... scopes) {
            return SomeConsent.body(victim, List.of(record("statement", statement)), scopes);
        }

        String consent(Map<?, ?>... scopes) {
            return create(USER, "consents", body(scopes));
        }
    }

    static ValidatableResponse share(String kind, String record, String organisation) {
        String grantee = Enrolment.organisation(organisation).toString();
        return Records.post(USER, "shares", Map.of("kind", kind, "record", record, "grantee", grantee));
    }

    static Map<String, String> record(String kind, String id) {
        return Map.of("kind", kind, "id", id);
    }

    static Map<String, Object> scope(String scope, String answer) {
        return Map.of("scope", scope, "answer", answer);
    }

    static Map<String, Object> country(String country, String answer) {
        return Map.of("scope", "CS-TRANSFER-COUNTRY", "country", country, "answer", answer);
    }

    /** A consent that the person gave, having been told everything. */
    static Map<String, Object> body(String victim, List<Map<String, String>> records, Map<?, ?>... scopes) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", Testimony.victim(victim));
        body.put("givenBy", Map.of("capacity", "self"));
        body.put("records", records);
        body.put("recorded", "signature");
        body.put("date", DATE);
        body.put("language", "uk");
        body.put("informed", INFORMED);
        body.put("capacity", "able");
        body.put("occasion", "interview");
        body.put("scopes", scopes.length == 0 ? List.of(scope("CS-STORE", "yes")) : Arrays.asList(scopes));
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    /** Takes back everything, or these scopes. */
    static ValidatableResponse withdraw(String user, String consent, Map<?, ?>... scopes) {
        Map<String, Object> body = new HashMap<>();
        body.put("date", "2026-04-01");
        body.put("recorded", "audio");
        if (scopes.length > 0) {
            body.put("scopes", new ArrayList<>(Arrays.asList(scopes)));
        }
        return Records.post(user, "consents/" + consent + "/withdrawals", body);
    }

    static String tag(String user, String path) {
        return get(user, path).statusCode(200).extract().header("ETag");
    }

    /** Declares what a body is. */
    static void promise(String organisation, Map<String, ?> body) {
        String path = "member-organisations/" + Enrolment.organisation(organisation) + "/consent-promise";
        put("admin", path, tag("admin", path), body).statusCode(200);
    }
}
