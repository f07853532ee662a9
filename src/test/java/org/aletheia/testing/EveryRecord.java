package org.aletheia.testing;

import static org.aletheia.testing.Records.create;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.access.RecordKind;

/** One record of each kind, made through the API by one user. */
public final class EveryRecord {
    private static final Map<String, Object> COURT =
            Map.of("reason", "proceedings", "authority", "prosecutor", "reference", "R-1");

    private final String user;
    private final Map<RecordKind, String> ids = new EnumMap<>(RecordKind.class);

    private EveryRecord(String user) {
        this.user = user;
    }

    /** Of every kind; the user has the role of each who makes some, and is the member of this id. */
    public static Map<RecordKind, String> all(String user, String member) {
        EveryRecord made = new EveryRecord(user);
        made.evidence();
        made.facts();
        made.ids.put(
                RecordKind.REPARATION_CLAIM,
                create(
                        user,
                        "reparation-claims",
                        Map.of("claimant", made.of(RecordKind.VICTIM), "capacity", "own-behalf")));
        made.custody();
        made.joins();
        made.protection();
        made.caseFile(member);
        made.ids.put(
                RecordKind.DISPOSAL,
                create(
                        user,
                        "disposals",
                        Map.of(
                                "records",
                                        List.of(Map.of("kind", "group", "id", create(user, "groups", named("Gone")))),
                                "ground", "recorded-in-error",
                                "reason", "Entered twice")));
        return made.ids;
    }

    /** What a documenter makes, each shared with an organisation, and a claim of the victims' organisation. */
    public static Map<RecordKind, String> shared(String grantee) {
        EveryRecord made = new EveryRecord("documenter");
        made.evidence();
        made.facts();
        made.ids.remove(RecordKind.DEPOSIT);
        String claimant = Records.victim("victims-org");
        made.ids.forEach((kind, id) -> {
            boolean along = kind == RecordKind.ITEM
                    || kind == RecordKind.ACT
                    || kind == RecordKind.INVOLVEMENT
                    || kind == RecordKind.INCIDENT_LINK
                    || kind == RecordKind.WHEREABOUTS
                    || kind == RecordKind.MISSING_STATUS_PROPOSAL;
            if (!along) {
                share("documenter", kind, id, grantee);
            }
        });
        String claim =
                create("victims-org", "reparation-claims", Map.of("claimant", claimant, "capacity", "own-behalf"));
        share("victims-org", RecordKind.REPARATION_CLAIM, claim, grantee);
        made.ids.put(RecordKind.REPARATION_CLAIM, claim);
        return made.ids;
    }

    private static void share(String user, RecordKind kind, String id, String grantee) {
        Records.post(user, "shares", Map.of("kind", kind.code(), "record", id, "grantee", grantee))
                .statusCode(201);
    }

    private void evidence() {
        Items.Made item = Items.of(user);
        ids.put(RecordKind.SUBMISSION, item.submission());
        ids.put(RecordKind.ITEM, item.id());
        ids.put(
                RecordKind.DEPOSIT,
                create(
                        user,
                        "submissions/" + item.submission() + "/deposits",
                        Map.of("title", "To come", "kind", "document")));
    }

    private void facts() {
        String incident = Records.incident(user);
        String act = create(user, "incidents/" + incident + "/acts", Map.of("type", "01"));
        String unit = create(user, "units", named("1st Brigade"));
        String victim = Records.victim(user);
        ids.put(RecordKind.INCIDENT, incident);
        ids.put(RecordKind.ACT, act);
        ids.put(RecordKind.UNIT, unit);
        ids.put(RecordKind.VICTIM, victim);
        ids.put(
                RecordKind.INVOLVEMENT,
                create(
                        user,
                        "acts/" + act + "/involvements",
                        sourced(Map.of("party", party("unit", unit), "perpetratorType", "01"))));
        ids.put(
                RecordKind.INCIDENT_LINK,
                create(
                        user,
                        "incidents/" + incident + "/links",
                        Map.of("relation", "part-of", "incident", Records.incident(user))));
        missing(victim);
        parties(unit);
        ids.put(RecordKind.STATEMENT, create(user, "statements", Testimony.body("first-account", victim)));
    }

    private void missing(String victim) {
        String missing = create(user, "missing-persons", Map.of("victim", victim, "since", "2014-03-05"));
        ids.put(RecordKind.MISSING_PERSON, missing);
        ids.put(
                RecordKind.WHEREABOUTS,
                create(
                        user,
                        "missing-persons/" + missing + "/whereabouts",
                        sourced(Map.of("type", "denial", "date", "2014-09-01", "authority", "Ministry"))));
        ids.put(
                RecordKind.MISSING_STATUS_PROPOSAL,
                create(
                        user,
                        "missing-persons/" + missing + "/status-proposals",
                        sourced(Map.of("status", "returned", "date", "2016-01", "basis", "person-met"))));
    }

    private void parties(String unit) {
        Map<String, Object> open = new HashMap<>(named("A. Commander"));
        open.put("protectedIdentity", false);
        String person = create(user, "persons", open);
        String capacity = create(user, "capacities", Map.of("capacity", "witness"));
        ids.put(RecordKind.PERSON, person);
        ids.put(RecordKind.CAPACITY, capacity);
        ids.put(RecordKind.GROUP, create(user, "groups", named("Militia")));
        ids.put(RecordKind.ORGANISATION, create(user, "organisations", named("Company")));
        ids.put(RecordKind.STATE, create(user, "states", Map.of("country", "UA")));
        ids.put(
                RecordKind.AFFILIATION,
                create(
                        user,
                        "affiliations",
                        Map.of(
                                "relation", "commands",
                                "basis", "de-facto",
                                "subject", party("person", person),
                                "object", party("unit", unit),
                                "period", Map.of("during", "2014"))));
        String parent = create(user, "persons", Map.of("protectedIdentity", true));
        ids.put(
                RecordKind.PERSON_LINK,
                create(
                        user,
                        "person-links",
                        Map.of(
                                "from", party("victim", of(RecordKind.VICTIM)),
                                "relation", "parent",
                                "to", party("person", parent))));
    }

    private void custody() {
        String item = of(RecordKind.ITEM);
        ids.put(RecordKind.LEGAL_HOLD, create(user, "items/" + item + "/holds", COURT));
        ids.put(
                RecordKind.TRANSFER,
                create(
                        user,
                        "items/" + Items.of(user).id() + "/transfers",
                        Map.of("receiver", Enrolment.organisation("Commission").toString(), "purpose", "examination")));
    }

    private void joins() {
        String other = create(user, "units", named("First Brigade"));
        ids.put(
                RecordKind.JOIN,
                create(
                        user,
                        "joins",
                        Map.of(
                                "of",
                                "unit",
                                "decision",
                                "same",
                                "records",
                                List.of(of(RecordKind.UNIT), other),
                                "reasons",
                                List.of("comparison"))));
        String apart = create(user, "units", named("Unrelated"));
        ids.put(
                RecordKind.JOIN_WITHDRAWAL,
                create(user, "units/" + apart + "/joins/withdrawals", Map.of("reason", "danger")));
    }

    private void protection() {
        ids.put(
                RecordKind.PROTECTION_NOTE,
                create(
                        user,
                        "protection-notes",
                        Map.of(
                                "type", "risk-assessment",
                                "level", "high",
                                "about", Testimony.victim(of(RecordKind.VICTIM)),
                                "date", "2024-03-05")));
    }

    private void caseFile(String member) {
        String item = of(RecordKind.ITEM);
        Map<String, Object> charge = Map.of(
                "alleged", party("unit", of(RecordKind.UNIT)),
                "crime", Map.of("list", "icc-crime", "code", "RS-7(1)(a)"),
                "liability", List.of("RS-28(a)"),
                "acts", List.of(of(RecordKind.ACT)),
                "incidents", List.of(of(RecordKind.INCIDENT)));
        String file = create(
                user,
                "case-files",
                Map.of(
                        "title", "The case",
                        "language", "en",
                        "members", List.of(member),
                        "material", List.of(item),
                        "charges", List.of(charge)));
        ids.put(RecordKind.CASE_FILE, file);
        String charged = Records.get(user, "case-files/" + file).extract().path("charges[0].id");
        ids.put(
                RecordKind.CASE_ELEMENT,
                create(
                        user,
                        "case-files/" + file + "/elements",
                        Map.of(
                                "charge", charged,
                                "elementKind", "material",
                                "text", "one or more persons were killed",
                                "language", "en",
                                "standard", "reasonable-grounds-to-believe",
                                "state", "partly")));
        ids.put(
                RecordKind.DISCLOSURE_DECISION,
                create(
                        user,
                        "case-files/" + file + "/disclosure-decisions",
                        Map.of("item", item, "decision", "disclose", "reasons", List.of("duty-exculpatory"))));
    }

    private String of(RecordKind kind) {
        String id = ids.get(kind);
        if (id == null) {
            throw new IllegalStateException(kind + " is not made yet");
        }
        return id;
    }

    private static Map<String, String> party(String kind, String id) {
        return Map.of("kind", kind, "id", id);
    }

    private static Map<String, Object> named(String name) {
        return Map.of("names", new ArrayList<>(List.of(Map.of("language", "en", "text", name))));
    }

    private Map<String, Object> sourced(Map<String, ?> body) {
        Map<String, Object> with = new HashMap<>(body);
        with.put("sources", List.of(Map.of("item", of(RecordKind.ITEM), "support", "supports")));
        return with;
    }
}
