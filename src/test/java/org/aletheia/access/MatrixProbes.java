package org.aletheia.access;

import static org.aletheia.access.AccessIntent.*;
import static org.aletheia.access.Probe.Need.making;
import static org.aletheia.access.Probe.Need.ofOwn;
import static org.aletheia.access.Probe.Need.on;
import static org.aletheia.access.Probe.get;
import static org.aletheia.access.Probe.list;
import static org.aletheia.access.Probe.post;
import static org.aletheia.access.Probe.put;
import static org.aletheia.access.RecordKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.access.Probe.Need;

/** Requests whose answer depends on grants: each with the cells of the matrix that it needs. */
final class MatrixProbes {
    static final List<Probe> ALL = all();

    private MatrixProbes() {}

    private static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        paths().forEach((kind, path) -> {
            all.add(get(path + "/{}", kind, reading(kind)));
            if (!kind.equals(TRANSFER) && !kind.equals(SUBMISSION) && !kind.equals(DEPOSIT)) {
                all.add(get(path + "/{}/revisions", kind, reading(kind)));
            }
        });
        lists().forEach((kind, path) -> all.add(list(path, kind, on(LIST, kind))));
        all.add(list("incidents/{incident}/acts", ACT, on(LIST, ACT), on(READ, INCIDENT)));
        all.add(list("acts/{act}/involvements", INVOLVEMENT, on(LIST, INVOLVEMENT), on(READ, ACT)));
        all.add(list("case-files/{case-file}/elements", CASE_ELEMENT, on(LIST, CASE_ELEMENT), on(READ, CASE_FILE)));
        all.add(list(
                "case-files/{case-file}/disclosure-decisions",
                DISCLOSURE_DECISION,
                on(LIST, DISCLOSURE_DECISION),
                on(READ, CASE_FILE)));
        creating(all);
        revising(all);
        items(all);
        saying(all);
        office(all);
        all.addAll(DependentProbes.ALL);
        return List.copyOf(all);
    }

    /** Where one record of a kind is read. */
    private static Map<RecordKind, String> paths() {
        return Map.ofEntries(
                Map.entry(SUBMISSION, "submissions"),
                Map.entry(DEPOSIT, "deposits"),
                Map.entry(ITEM, "items"),
                Map.entry(TRANSFER, "transfers"),
                Map.entry(INCIDENT, "incidents"),
                Map.entry(ACT, "acts"),
                Map.entry(INVOLVEMENT, "involvements"),
                Map.entry(INCIDENT_LINK, "incident-links"),
                Map.entry(MISSING_PERSON, "missing-persons"),
                Map.entry(WHEREABOUTS, "whereabouts"),
                Map.entry(MISSING_STATUS_PROPOSAL, "missing-status-proposals"),
                Map.entry(PERSON, "persons"),
                Map.entry(GROUP, "groups"),
                Map.entry(UNIT, "units"),
                Map.entry(ORGANISATION, "organisations"),
                Map.entry(STATE, "states"),
                Map.entry(AFFILIATION, "affiliations"),
                Map.entry(VICTIM, "victims"),
                Map.entry(CAPACITY, "capacities"),
                Map.entry(PERSON_LINK, "person-links"),
                Map.entry(JOIN, "joins"),
                Map.entry(JOIN_WITHDRAWAL, "join-withdrawals"),
                Map.entry(STATEMENT, "statements"),
                Map.entry(PROTECTION_NOTE, "protection-notes"),
                Map.entry(CASE_FILE, "case-files"),
                Map.entry(CASE_ELEMENT, "case-elements"),
                Map.entry(DISCLOSURE_DECISION, "disclosure-decisions"),
                Map.entry(REPARATION_CLAIM, "reparation-claims"),
                Map.entry(DISPOSAL, "disposals"));
    }

    /** Where records of a kind are listed, whatever they belong to. */
    private static Map<RecordKind, String> lists() {
        return Map.ofEntries(
                Map.entry(SUBMISSION, "submissions"),
                Map.entry(ITEM, "items"),
                Map.entry(TRANSFER, "transfers"),
                Map.entry(INCIDENT, "incidents"),
                Map.entry(MISSING_PERSON, "missing-persons"),
                Map.entry(PERSON, "persons"),
                Map.entry(GROUP, "groups"),
                Map.entry(UNIT, "units"),
                Map.entry(ORGANISATION, "organisations"),
                Map.entry(STATE, "states"),
                Map.entry(AFFILIATION, "affiliations"),
                Map.entry(VICTIM, "victims"),
                Map.entry(CAPACITY, "capacities"),
                Map.entry(PERSON_LINK, "person-links"),
                Map.entry(STATEMENT, "statements"),
                Map.entry(PROTECTION_NOTE, "protection-notes"),
                Map.entry(CASE_FILE, "case-files"),
                Map.entry(REPARATION_CLAIM, "reparation-claims"),
                Map.entry(DISPOSAL, "disposals"));
    }

    /** Some records are read with the one that they are part of or about. */
    private static Need[] reading(RecordKind kind) {
        return switch (kind) {
            case CASE_ELEMENT, DISCLOSURE_DECISION -> new Need[] {on(READ, kind), on(READ, CASE_FILE)};
            case JOIN -> new Need[] {on(READ, kind), on(READ, UNIT)};
            default -> new Need[] {on(READ, kind)};
        };
    }

    private static void creating(List<Probe> all) {
        lists().forEach((kind, path) -> {
            if (kind != ITEM && kind != TRANSFER) {
                all.add(post(path, null, making(kind)));
            }
        });
        all.add(post("joins", null, making(JOIN)));
        all.add(post("submissions/{submission}/deposits", SUBMISSION, on(CREATE, DEPOSIT), making(ITEM)));
        all.add(post("incidents/{incident}/acts", INCIDENT, on(READ, INCIDENT), making(ACT)));
        all.add(post("acts/{act}/involvements", ACT, on(READ, ACT), making(INVOLVEMENT)));
        all.add(post("incidents/{incident}/links", INCIDENT, on(LINK, INCIDENT), making(INCIDENT_LINK)));
        all.add(post(
                "missing-persons/{missing-person}/whereabouts",
                MISSING_PERSON,
                on(READ, MISSING_PERSON),
                making(WHEREABOUTS)));
        all.add(post(
                "missing-persons/{missing-person}/status-proposals",
                MISSING_PERSON,
                on(REVISE, MISSING_PERSON),
                making(MISSING_STATUS_PROPOSAL)));
        all.add(post("units/{unit}/joins/withdrawals", UNIT, on(REVISE, UNIT), making(JOIN_WITHDRAWAL)));
        all.add(post("case-files/{case-file}/elements", CASE_FILE, on(READ, CASE_FILE), making(CASE_ELEMENT)));
        all.add(post(
                "case-files/{case-file}/disclosure-decisions",
                CASE_FILE,
                on(DISCLOSE, CASE_FILE),
                making(DISCLOSURE_DECISION)));
        all.add(post("items/{item}/disclosure-flags", ITEM, on(READ, ITEM), making(DISCLOSURE_FLAG)));
    }

    private static void revising(List<Probe> all) {
        List.of(
                        ITEM,
                        INCIDENT,
                        ACT,
                        INVOLVEMENT,
                        INCIDENT_LINK,
                        MISSING_PERSON,
                        WHEREABOUTS,
                        PERSON,
                        GROUP,
                        UNIT,
                        ORGANISATION,
                        STATE,
                        AFFILIATION,
                        VICTIM,
                        CAPACITY,
                        PERSON_LINK,
                        STATEMENT,
                        PROTECTION_NOTE,
                        CASE_FILE,
                        CASE_ELEMENT,
                        DISCLOSURE_DECISION,
                        REPARATION_CLAIM)
                .forEach(kind -> all.add(put(paths().get(kind) + "/{}", kind, on(REVISE, kind))));
        all.add(post("joins/{join}/undo", JOIN, on(REVISE, JOIN), on(READ, JOIN), on(READ, UNIT)));
        all.add(post("join-withdrawals/{join-withdrawal}/lifting", JOIN_WITHDRAWAL, on(REVISE, JOIN_WITHDRAWAL)));
    }

    private static void items(List<Probe> all) {
        for (String part : List.of("custody", "access-record", "possession", "holds", "fixity", "findings")) {
            all.add(get("items/{item}/" + part, ITEM, on(READ_CUSTODY, ITEM)));
        }
        all.add(get("items/{item}/content", ITEM, on(READ_CONTENT, ITEM)));
        all.add(post("items/{item}/fixity-checks", ITEM, on(READ_CONTENT, ITEM)));
        all.add(post("items/{item}/decisions", ITEM, on(ASSESS, ITEM)));
        all.add(post("items/{item}/opinions", ITEM, on(LINK, ITEM), making(OPINION)));
        all.add(post("items/{item}/custody-events", ITEM, on(HANDLE, ITEM)));
        all.add(post("items/{item}/transfers", ITEM, on(HANDLE, ITEM)));
        all.add(post("items/{item}/holds", ITEM, on(HOLD, ITEM)));
        all.add(get("disclosure-register/{item}", ITEM, ofOwn(READ_REGISTER, ITEM)));
        all.add(post(
                "holds/{legal-hold}/release",
                LEGAL_HOLD,
                Map.of("reason", "order-lifted", "authority", "prosecutor"),
                on(HOLD, LEGAL_HOLD)));
    }

    private static void saying(List<Probe> all) {
        for (RecordKind kind : List.of(
                INCIDENT,
                ACT,
                INVOLVEMENT,
                INCIDENT_LINK,
                MISSING_PERSON,
                WHEREABOUTS,
                MISSING_STATUS_PROPOSAL,
                PERSON,
                GROUP,
                UNIT,
                ORGANISATION,
                STATE,
                AFFILIATION,
                VICTIM,
                CASE_ELEMENT,
                JOIN,
                REPARATION_CLAIM)) {
            all.add(post(paths().get(kind) + "/{}/sources", kind, on(LINK, kind), making(SOURCE)));
            all.add(get(paths().get(kind) + "/{}/sources", kind, on(READ, kind)));
        }
        for (RecordKind kind : List.of(
                INCIDENT,
                ACT,
                INVOLVEMENT,
                INCIDENT_LINK,
                MISSING_PERSON,
                WHEREABOUTS,
                PERSON,
                GROUP,
                UNIT,
                ORGANISATION,
                STATE,
                VICTIM,
                REPARATION_CLAIM)) {
            all.add(post(paths().get(kind) + "/{}/reviews", kind, on(LINK, kind), making(REVIEW)));
        }
        for (RecordKind kind :
                List.of(INCIDENT, ACT, MISSING_PERSON, PERSON, GROUP, UNIT, ORGANISATION, STATE, VICTIM)) {
            all.add(get("dossier?kind=" + kind.code() + "&id={}", kind, on(READ_CONTENT, kind)));
        }
        for (RecordKind kind : paths().keySet()) {
            if (kind != DEPOSIT && kind != TRANSFER) {
                all.add(get("shares?kind=" + kind.code() + "&record={}", kind, on(TRANSMIT, kind)));
            }
        }
        for (RecordKind kind : List.of(VICTIM, PERSON)) {
            all.add(Probe.asking(
                    "POST identity-reveals of " + kind.code(),
                    kind,
                    List.of(on(READ_IDENTITY, kind)),
                    (as, ids) -> as.body(Map.of(
                                    "subject",
                                    Map.of("kind", kind.code(), "id", ids.filled("{}", kind)),
                                    "purpose",
                                    "victim-contact",
                                    "reason",
                                    "Asked to be called back."))
                            .post("/api/v1/identity-reveals")));
        }
    }

    private static void office(List<Probe> all) {
        all.add(get("case-files/{case-file}/disclosure", CASE_FILE, on(DISCLOSE, CASE_FILE)));
        all.add(get("reparation-claims/{reparation-claim}/overlaps", REPARATION_CLAIM, on(DECIDE, REPARATION_CLAIM)));
        all.add(post("delegations", null, ofOwn(TRANSMIT, SUBMISSION)));
        Need administering = ofOwn(ADMINISTER, MEMBER_ORGANISATION);
        all.add(get("member-organisations/{member-organisation}/members", null, administering));
        all.add(get("members/{member}", null, administering));
        all.add(get("search/reindex", null, administering));
    }
}
