package org.aletheia.cases.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;

/** Cases of the Commission, made through the API by its case team. */
final class Cases {
    static final String TEAM = "case-team";
    static final String SECOND = "case-team2";
    static final String OFFICER = "disclosure-officer";
    static final String STANDARD = "reasonable-grounds-to-believe";

    private Cases() {}

    /** A case with one charge. */
    record Made(String id, String charge, String unit, String act, String incident) {
        String path() {
            return "case-files/" + id;
        }
    }

    static Made file() {
        return file(Map.of());
    }

    /** A case of {@link #TEAM} and {@link #SECOND} with one charge, and more members of the body. */
    static Made file(Map<String, Object> more) {
        String incident = Records.incident(TEAM);
        String act = Records.act(TEAM, incident);
        String unit = unit();
        Map<String, Object> body = body(unit, List.of(act), List.of(incident));
        body.putAll(more);
        String id = create(TEAM, "case-files", body);
        String charge = get(TEAM, "case-files/" + id).extract().path("charges[0].id");
        return new Made(id, charge, unit, act, incident);
    }

    static String unit() {
        return create(TEAM, "units", Map.of("names", List.of(Map.of("language", "en", "text", "3rd Brigade"))));
    }

    /** The body of a case with one charge. */
    static Map<String, Object> body(String unit, List<String> acts, List<String> incidents) {
        return new HashMap<>(Map.of(
                "title",
                "Shelling of the market",
                "language",
                "en",
                "members",
                List.of(member(TEAM), member(SECOND)),
                "charges",
                List.of(charge(unit, acts, incidents))));
    }

    static Map<String, Object> charge(String unit, List<String> acts, List<String> incidents) {
        return new HashMap<>(Map.of(
                "alleged", Map.of("kind", "unit", "id", unit),
                "crime", Map.of("list", "icc-crime", "code", "RS-7(1)(a)"),
                "liability", List.of("RS-28(a)"),
                "acts", acts,
                "incidents", incidents));
    }

    static String member(String user) {
        return Enrolment.member(user).toString();
    }

    /** A material element in words. */
    static String element(Made file, String state) {
        return create(TEAM, file.path() + "/elements", words(file.charge(), "material", state));
    }

    static Map<String, Object> words(String charge, String kind, String state) {
        return new HashMap<>(Map.of(
                "charge", charge,
                "elementKind", kind,
                "text", "one or more persons were killed",
                "language", "en",
                "standard", STANDARD,
                "state", state));
    }

    /** An item of the Field Team, shared with the Commission, with the cautious default of conditions. */
    static String item() {
        String item = Items.of("documenter").id();
        share(item);
        return item;
    }

    static String share(String item) {
        return create(
                "documenter",
                "shares",
                Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")));
    }

    /** An item that nobody restricted, shared with the Commission. */
    static String openItem() {
        String submission = create(
                "documenter",
                "submissions",
                Map.of(
                        "title", "Published",
                        "classification", "TLP:GREEN",
                        "controller", "Field Team",
                        "legalBasis", "public interest",
                        "retentionRule", "until-proceedings-end",
                        "conditions", Map.of("onwardSharingByAgreement", false)));
        String deposit = create(
                "documenter",
                "submissions/" + submission + "/deposits",
                Map.of(
                        "title", "Note",
                        "kind", "document",
                        "classification", "TLP:GREEN",
                        "captured", "2024-03-04",
                        "mayIdentifyProtectedPerson", false,
                        "source", Map.of("category", "media")));
        String item = Enrolment.as("documenter")
                .contentType("application/octet-stream")
                .body("a note".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/deposits/" + deposit + "/content")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        share(item);
        return item;
    }

    /** A source of a record. */
    static String cite(String user, String path, String item, String support) {
        return create(user, path + "/sources", Map.of("item", item, "support", support));
    }
}
