package org.aletheia.scenario;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.jspecify.annotations.Nullable;

/**
 * The siege of a town that does not exist. The Field Team hands in material, the Commission describes what it shows and works
 * on a case, the Victims Association files claims: three incidents, six victims with a child and somebody missing, two units
 * with a change of commander, two witnesses who contradict each other, a case of two charges, four claims. A guard of the mill
 * was seventeen; the Field Team has a record of its own of the first commander.
 */
final class Situation {
    static final String ANALYST = "investigator";
    static final String TEAM = "case-team";
    static final String FILER = "victims-org";
    static final String CLAIMS_OFFICER = "claims-officer";
    static final String DISCLOSURE_OFFICER = "disclosure-officer";
    private static final String STANDARD = "reasonable-grounds-to-believe";

    // material of the Field Team, shared with the Commission
    final String firstWitness = Items.readableBy(ANALYST).id();
    final String secondWitness = Items.readableBy(ANALYST).id();
    final String order = Items.readableBy(ANALYST).id();
    final String ministryLetter = Items.readableBy(ANALYST).id();

    final String state = create(ANALYST, "states", Map.of("country", "SY"));
    final String brigade = unit("5th Brigade");
    final String battalion = unit("2nd Battalion");
    final String oldCommander = commander("Colonel Alif");
    final String newCommander = commander("Colonel Ba");
    final String recruit = create(
            ANALYST,
            "persons",
            Map.of("protectedIdentity", false, "names", names("Guard Jim"), "born", "1996-12/1997-02"));
    final String commanderOfFieldTeam =
            create("documenter", "persons", Map.of("protectedIdentity", false, "names", names("Col. Alif")));

    final String siege = incident("Siege of the town", "2014-03/2014-08");
    final String strike = incident("Strike on the market", "2014-03-05");
    final String detention = incident("Detentions at the mill", "2014-05-10/2014-08");

    final String trader = victim(Map.of());
    final String nurse = victim(Map.of("characteristics", List.of("health-worker"), "bases", stated("health-worker")));
    final String teacher = victim(Map.of());
    final String child = victim(Map.of(
            "ageBand",
            "15-17",
            "ageBasis",
            "document",
            "majorityOn",
            "2017-05",
            "assent",
            "given",
            "guardianPermission",
            "given",
            "guardianConflict",
            false));
    final String taken = victim(Map.of());
    final String mother = victim(Map.of("harmed", "indirectly"));

    final String killing;
    final String imprisonment;
    final String disappearance;
    final String brigadeAlleged;
    final String battalionAlleged;
    final String recruitAlleged;
    final String sameCommander;
    final String missing;
    final String proposal;
    final String caseFile;
    final String killingCharge;
    final String detentionCharge;
    final List<String> claims = new ArrayList<>();

    Situation() {
        link(strike, "part-of", siege);
        link(detention, "part-of", siege);
        affiliation("part-of", "unit", battalion, brigade, "2013/2015", "de-jure");
        affiliation("commands", "person", oldCommander, brigade, "2013-01-01/2014-04-30", "de-jure");
        affiliation("commands", "person", newCommander, brigade, "2014-05-01/2015-12-31", "de-jure");

        killing = act(strike, "2014-03-05", List.of(trader, nurse), "RS-7(1)(a)");
        imprisonment = act(detention, "2014-05-10/2014-08", List.of(teacher, child), "RS-7(1)(e)");
        disappearance = act(detention, "2014-05-10/..", List.of(taken), "RS-7(1)(i)");
        brigadeAlleged = involvement(
                killing,
                "unit",
                brigade,
                Map.of("attributions", List.of(Map.of("state", state, "basis", "ARS-4"))),
                source(firstWitness, "supports", "/party"));
        battalionAlleged = involvement(imprisonment, "unit", battalion, Map.of(), source(order, "supports", "/party"));
        recruitAlleged =
                involvement(imprisonment, "person", recruit, Map.of(), source(secondWitness, "supports", "/party"));
        sameCommander = joined();
        // the other witness saw another unit fire
        post(ANALYST, "involvements/" + brigadeAlleged + "/sources", source(secondWitness, "contradicts", "/party"))
                .statusCode(201);

        missing = search();
        proposal = found();
        caseFile = file();
        killingCharge = charge(0);
        detentionCharge = charge(1);
        matrix();
        fileClaims();
    }

    /** The Commission holds that the Field Team's record is of the same man. */
    private String joined() {
        String commission = Enrolment.organisation("Commission").toString();
        create("documenter", "shares", Map.of("kind", "person", "record", commanderOfFieldTeam, "grantee", commission));
        return create(
                ANALYST,
                "joins",
                Map.of(
                        "of",
                        "person",
                        "records",
                        List.of(oldCommander, commanderOfFieldTeam),
                        "decision",
                        "same",
                        "reasons",
                        List.of("name")));
    }

    private String search() {
        String person = create(
                ANALYST,
                "missing-persons",
                Map.of(
                        "victim",
                        taken,
                        "since",
                        "2014-05-10",
                        "relatives",
                        List.of(Map.of(
                                "kind",
                                "victim",
                                "id",
                                mother,
                                "relation",
                                "parent",
                                "wishes",
                                List.of("in-person"),
                                "mayBeTold",
                                List.of("status")))));
        Map<String, Object> denial =
                new HashMap<>(Map.of("type", "denial", "date", "2014-09-01", "authority", "Ministry of the Interior"));
        denial.put("sources", List.of(source(ministryLetter, "supports", null)));
        create(ANALYST, "missing-persons/" + person + "/whereabouts", denial);
        return person;
    }

    /** Proposed by one member, confirmed by another. */
    private String found() {
        Map<String, Object> located =
                new HashMap<>(Map.of("status", "remains-located", "date", "2019-06", "basis", "recovery"));
        located.put("sources", List.of(source(order, "supports", null)));
        String id = create(ANALYST, "missing-persons/" + missing + "/status-proposals", located);
        post(TEAM, "missing-status-proposals/" + id + "/decisions", Map.of("outcome", "confirmed"))
                .statusCode(200);
        return id;
    }

    private String file() {
        return create(
                TEAM,
                "case-files",
                Map.of(
                        "title", "The siege",
                        "language", "en",
                        "members", List.of(member(TEAM), member(ANALYST)),
                        "material", List.of(secondWitness),
                        "witnesses", List.of(Map.of("kind", "victim", "id", nurse)),
                        "charges",
                                List.of(
                                        charge("person", oldCommander, "RS-7(1)(a)", killing, strike),
                                        charge("unit", battalion, "RS-7(1)(e)", imprisonment, detention))));
    }

    private static Map<String, Object> charge(String kind, String alleged, String crime, String act, String incident) {
        return Map.of(
                "alleged", Map.of("kind", kind, "id", alleged),
                "crime", Map.of("list", "icc-crime", "code", crime),
                "liability", List.of("RS-28(a)"),
                "acts", List.of(act),
                "incidents", List.of(incident));
    }

    private String charge(int number) {
        return get(TEAM, "case-files/" + caseFile).statusCode(200).extract().path("charges[" + number + "].id");
    }

    private void matrix() {
        String killed = create(
                TEAM,
                "case-files/" + caseFile + "/elements",
                Map.of("charge", killingCharge, "code", "EL-7(1)(a).M1", "standard", STANDARD, "state", "supported"));
        create(TEAM, "case-elements/" + killed + "/sources", source(firstWitness, "supports", null));
        create(TEAM, "case-elements/" + killed + "/sources", source(secondWitness, "contradicts", null));
        create(
                TEAM,
                "case-files/" + caseFile + "/elements",
                Map.of("charge", killingCharge, "code", "EL-7.C1", "standard", STANDARD, "state", "not-yet"));
        create(
                ANALYST,
                "items/" + secondWitness + "/disclosure-flags",
                Map.of("grounds", List.of("exculpatory", "credibility")));
    }

    /** Two of one person and category, one without its papers, one that is decided and half delivered. */
    private void fileClaims() {
        String owner = create(FILER, "victims", Map.of("type", "individual"));
        for (String claimant : List.of(owner, owner, claimant(), claimant())) {
            claims.add(claim(claimant));
        }
        claims.forEach(id -> {
            step(FILER, id, Map.of("step", "submit"));
            step(CLAIMS_OFFICER, id, Map.of("step", "acknowledge"));
        });
        String granted = claims.get(3);
        step(CLAIMS_OFFICER, granted, Map.of("step", "take-up"));
        Map<String, Object> award =
                Map.of("form", "REP-COMPENSATION(c)", "scope", "individual", "amount", euros(9_000_00));
        step(
                CLAIMS_OFFICER,
                granted,
                Map.of(
                        "step",
                        "decide",
                        "outcome",
                        "granted",
                        "reasons",
                        List.of("requirements-met"),
                        "awards",
                        List.of(award)));
        Enrolment.as(CLAIMS_OFFICER)
                .header("If-Match", tag(granted))
                .body(Map.of("kind", "reported", "award", 1, "amount", euros(4_000_00), "on", "2026-03-05"))
                .post("/api/v1/reparation-claims/" + granted + "/deliveries")
                .then()
                .statusCode(200);
    }

    private static String claimant() {
        return create(FILER, "victims", Map.of("type", "individual"));
    }

    private static String claim(String claimant) {
        Map<String, Object> body = new HashMap<>();
        body.put("claimant", claimant);
        body.put("capacity", "own-behalf");
        body.put("categories", List.of(Map.of("list", "rd4u", "code", "A3.1")));
        body.put("facts", List.of("dwelling-damaged"));
        body.put("harmDate", "2023-05");
        body.put("harmCountry", "UA");
        body.put(
                "losses",
                List.of(Map.of("head", "immovable-property", "amount", euros(9_000_00), "method", "own-estimate")));
        body.put("forms", List.of("REP-COMPENSATION(c)"));
        String id = create(FILER, "reparation-claims", body);
        create(
                FILER,
                "shares",
                Map.of(
                        "kind",
                        "reparation-claim",
                        "record",
                        id,
                        "grantee",
                        Enrolment.organisation("Commission").toString()));
        return id;
    }

    static Map<String, Object> euros(long cents) {
        return Map.of("amount", cents, "currency", "EUR");
    }

    private static void step(String user, String claim, Map<String, Object> body) {
        Enrolment.as(user)
                .header("If-Match", tag(claim))
                .body(body)
                .post("/api/v1/reparation-claims/" + claim + "/steps")
                .then()
                .statusCode(200);
    }

    private static String tag(String claim) {
        return get(FILER, "reparation-claims/" + claim)
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static String unit(String name) {
        return create(ANALYST, "units", Map.of("names", names(name)));
    }

    private static String commander(String name) {
        return create(ANALYST, "persons", Map.of("protectedIdentity", false, "names", names(name)));
    }

    private static List<Map<String, String>> names(String name) {
        return List.of(Map.of("language", "en", "text", name));
    }

    private static String incident(String title, String when) {
        return create(ANALYST, "incidents", Map.of("title", title, "language", "en", "dates", List.of(when)));
    }

    private static void link(String from, String relation, String to) {
        create(ANALYST, "incidents/" + from + "/links", Map.of("relation", relation, "incident", to));
    }

    private static String victim(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("type", "individual");
        return create(ANALYST, "victims", body);
    }

    private static List<Map<String, String>> stated(String characteristic) {
        return List.of(Map.of("of", characteristic, "by", "self"));
    }

    private static void affiliation(
            String relation, String kind, String subject, String unit, String during, String basis) {
        create(
                ANALYST,
                "affiliations",
                Map.of(
                        "relation", relation,
                        "subject", Map.of("kind", kind, "id", subject),
                        "object", Map.of("kind", "unit", "id", unit),
                        "period", Map.of("during", during),
                        "basis", basis));
    }

    private static String act(String incident, String date, List<String> victims, String crime) {
        return create(
                ANALYST,
                "incidents/" + incident + "/acts",
                Map.of(
                        "type",
                        "01",
                        "date",
                        date,
                        "victims",
                        victims,
                        "qualifications",
                        List.of(Map.of("list", "icc-crime", "code", crime, "boundFrom", "2002-07-01"))));
    }

    private static String involvement(
            String act, String kind, String party, Map<String, Object> more, Map<String, Object> source) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("party", Map.of("kind", kind, "id", party));
        body.put("sources", List.of(source));
        return create(ANALYST, "acts/" + act + "/involvements", body);
    }

    private static Map<String, Object> source(String item, String support, @Nullable String about) {
        Map<String, Object> source = new HashMap<>(Map.of("item", item, "support", support));
        if (about != null) {
            source.put("about", about);
        }
        return source;
    }

    static String member(String user) {
        return Enrolment.member(user).toString();
    }
}
