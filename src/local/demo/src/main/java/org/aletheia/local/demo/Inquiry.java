package org.aletheia.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.aletheia.local.demo.client.Api;
import org.aletheia.local.demo.client.Reply;
import org.aletheia.local.demo.samples.Texts;

/** The commission registers what matters and records who did what to whom, each statement with its source. */
final class Inquiry {

    private final Api investigator;
    private final Api claimsOfficer;
    private final Intake intake;
    private final Narrator tell;

    Inquiry(Cast cast, Intake intake, Narrator tell) {
        this.investigator = cast.as("investigator");
        this.claimsOfficer = cast.as("claims-officer");
        this.intake = intake;
        this.tell = tell;
    }

    void register() throws IOException, InterruptedException {
        String decisions = "/api/v1/items/" + intake.photographId() + "/decisions";
        Reply seen = investigator.get("/api/v1/items/" + intake.photographId()).expect(200);
        Reply triage = investigator
                .post(decisions, Map.of("state", "in-triage", "reason", "assigned"), seen.header("ETag"))
                .expect(200);
        Reply registered = investigator
                .post(decisions, Map.of("state", "registered", "reason", "relevant"), triage.header("ETag"))
                .expect(200);
        tell.step("An investigator takes the photograph into triage and registers it: "
                + registered.json().get("registrationNumber").asText());
    }

    void record() throws IOException, InterruptedException {
        String incident = incident();
        String victim = victim();
        String act = act(incident, victim);
        String unit = unit();
        String involvement = create(
                investigator,
                "/api/v1/acts/" + act + "/involvements",
                Map.of(
                        "party",
                        Map.of("kind", "unit", "id", unit),
                        "degree",
                        "010100000000",
                        "sources",
                        List.of(Map.of("item", intake.item("report-school.pdf"), "support", "supports"))));
        tell.step(
                "Involvement: the unit is an ALLEGED perpetrator, and the allegation names its source; an act needs none to be recorded");
        String claim = claim(victim, act);
        tell.step("Sources: each statement cites the item that it rests on");
        cite(investigator, "incidents/" + incident, intake.photographId(), region(), "supports");
        cite(investigator, "acts/" + act, intake.item("report-school.pdf"), Map.of("page", 1), "supports");
        cite(
                investigator,
                "involvements/" + involvement,
                intake.item(Texts.UKRAINIAN.name()),
                Map.of("page", 1),
                "neutral");
        cite(
                claimsOfficer,
                "reparation-claims/" + claim,
                intake.item("report-school.pdf"),
                Map.of("page", 1),
                "supports");
        int citing = investigator
                .get("/api/v1/items/" + intake.item("report-school.pdf") + "/cited-by")
                .expect(200)
                .json()
                .get("items")
                .size();
        tell.detail("the report is now cited by " + citing + " records");
    }

    private String incident() throws IOException, InterruptedException {
        String id = create(
                investigator,
                "/api/v1/incidents",
                Map.of(
                        "title",
                        "Shelling of a school",
                        "language",
                        "en",
                        "dates",
                        List.of("2014-03-05"),
                        "place",
                        Map.of(
                                "geometry", Intake.point(),
                                "precision", "vicinity",
                                "names", List.of(Map.of("language", "en", "text", "Eastern district")))));
        tell.step("Incident recorded: shelling of a school, 5 March 2014");
        return id;
    }

    private String act(String incident, String victim) throws IOException, InterruptedException {
        String id = create(
                investigator,
                "/api/v1/incidents/" + incident + "/acts",
                Map.of(
                        "type", "020000000000",
                        "methods", List.of("artillery"),
                        "victims", List.of(victim),
                        "harms", List.of("physical-injury"),
                        "qualifications", List.of(warCrime("RS-8(2)(e)(i)"), warCrime("RS-8(2)(e)(iv)")),
                        "date", "2014-03-05"));
        tell.step("Act recorded within it: who suffered what, by which method; two legal qualifications side by side");
        return id;
    }

    private String victim() throws IOException, InterruptedException {
        Reply made = investigator
                .post("/api/v1/victims", Map.of("type", "individual", "ageBand", "child", "ageBasis", "stated"))
                .expect(201);
        String id = made.json().get("id").asText();
        investigator
                .put(
                        "/api/v1/victims/" + id + "/identity",
                        Map.of("names", List.of(Map.of("language", "en", "text", "Made-up Name"))))
                .expect(200, 201, 204);
        tell.step("Victim recorded under the pseudonym "
                + made.json().get("pseudonym").asText()
                + "; the name goes to the vault, encrypted under a key of its own");
        return id;
    }

    private String unit() throws IOException, InterruptedException {
        String id = create(
                investigator,
                "/api/v1/units",
                Map.of(
                        "names",
                        List.of(
                                Map.of("language", "en", "text", "12th Artillery Brigade (fictitious)"),
                                Map.of("language", "uk", "text", "12-та артилерійська бригада (вигадана)"))));
        tell.step("Unit recorded, with its names in two scripts");
        return id;
    }

    private String claim(String victim, String act) throws IOException, InterruptedException {
        String id = create(
                claimsOfficer,
                "/api/v1/reparation-claims",
                Map.of(
                        "claimant", victim,
                        "capacity", "own-behalf",
                        "categories", List.of(Map.of("list", "rd4u", "code", "A2.3")),
                        "harms", List.of("physical-injury"),
                        "forms", List.of("REP-COMPENSATION(a)", "REP-REHABILITATION"),
                        "acts", List.of(act)));
        tell.step("Reparation claim filed by the claims officer for that victim");
        return id;
    }

    /** A qualification as a war crime says what kind of conflict there was, and who found so. */
    private static Map<String, Object> warCrime(String code) {
        return Map.of(
                "list",
                "icc-crime",
                "code",
                code,
                "conflict",
                Map.of(
                        "classification",
                        "non-international",
                        "authority",
                        "humanitarian-body",
                        "reference",
                        "public statement (invented)"));
    }

    private static Map<String, Object> region() {
        return Map.of("region", Map.of("x", 420, "y", 120, "width", 80, "height", 130));
    }

    private static void cite(Api api, String record, String item, Map<String, Object> anchor, String support)
            throws IOException, InterruptedException {
        api.post("/api/v1/" + record + "/sources", Map.of("item", item, "anchor", anchor, "support", support))
                .expect(201);
    }

    private static String create(Api api, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return api.post(path, body).expect(201).json().get("id").asText();
    }
}
