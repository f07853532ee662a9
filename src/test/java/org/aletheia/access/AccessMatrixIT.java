package org.aletheia.access;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aletheia.testing.Guest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The matrix of docs/access-matrix.md over HTTP: one member, who is given each role in turn, asks for records of their own
 * organisation and for records that another shared with it. What the grants say and what the routes do is the same, so that
 * a route that forgot to ask the policy, or asks it something else, is found. The same for what they declare to act for, for
 * programs, and for what is owed for what is permitted.
 */
@QuarkusTest
@Tag("slow")
class AccessMatrixIT {
    /** Who hands in and who works with evidence: what a program may be. */
    private static final Set<Role> OF_PROGRAMS = EnumSet.of(
            Role.DOCUMENTER, Role.VICTIMS_ORGANISATION, Role.INVESTIGATOR, Role.CASE_TEAM, Role.CLAIMS_OFFICER);

    /** For their members, or for who opened them: what the person made is not for the program. */
    private static final Set<RecordKind> OF_PERSONS = EnumSet.of(
            RecordKind.DEPOSIT, RecordKind.CASE_FILE, RecordKind.CASE_ELEMENT, RecordKind.DISCLOSURE_DECISION);

    private static final Set<Scope> FEW = Set.of(
            new Scope(AccessIntent.LIST, RecordKind.ITEM),
            new Scope(AccessIntent.READ, RecordKind.ITEM),
            new Scope(AccessIntent.READ_CONTENT, RecordKind.ANONYMOUS_DEPOSIT));

    @Test
    void theRoutesDoWhatTheGrantsSay() throws SQLException {
        try (Guest guest = Guest.enrol()) {
            Reached own = MatrixScene.own(guest);
            Reached shared = MatrixScene.shared(guest);
            List<String> wrong = new ArrayList<>();
            for (Role role : Role.values()) {
                guest.stand(EnumSet.of(role));
                wrong.addAll(tried(Caller.person(role), true, own, probe -> true));
                wrong.addAll(tried(Caller.person(role), false, shared, probe -> true));
                wrong.addAll(OwedProbes.tried(role, true, own));
                wrong.addAll(OwedProbes.tried(role, false, shared));
                for (Purpose purpose : Purpose.values()) {
                    // what is denied without a purpose is not opened by one: that is the policy's own test
                    wrong.addAll(tried(
                            Caller.declaring(role, purpose),
                            true,
                            own,
                            probe -> probe.reads() && probe.permittedTo(Caller.person(role), true)));
                }
            }
            assertThat(wrong).as("what routes do and the grants do not say").isEmpty();
        }
    }

    @Test
    void aProgramReachesWhatItsRoleGrantsAndItsScopesName() throws SQLException {
        Reached own;
        Reached shared;
        String organisation;
        try (Guest guest = Guest.enrol()) {
            own = MatrixScene.own(guest);
            shared = MatrixScene.shared(guest);
            organisation = guest.organisation();
        }
        own.records().keySet().removeAll(OF_PERSONS);
        List<String> wrong = new ArrayList<>();
        try (Guest program = Guest.program(organisation)) {
            for (Role role : OF_PROGRAMS) {
                for (Set<Scope> scopes : List.of(everyScope(), FEW)) {
                    program.stand(
                            EnumSet.of(role), scopes.stream().map(Scope::code).collect(Collectors.toSet()));
                    wrong.addAll(tried(Caller.service(role, scopes), true, own, probe -> true));
                    wrong.addAll(tried(Caller.service(role, scopes), false, shared, probe -> true));
                }
            }
        }
        assertThat(wrong).as("what programs reach and their scopes do not say").isEmpty();
    }

    private static Set<Scope> everyScope() {
        return Arrays.stream(AccessIntent.values())
                .flatMap(intent -> Arrays.stream(RecordKind.values()).map(kind -> new Scope(intent, kind)))
                .filter(Scope::forServices)
                .collect(Collectors.toSet());
    }

    private static List<String> tried(Caller caller, boolean own, Reached ids, Predicate<Probe> which) {
        List<String> wrong = new ArrayList<>();
        for (Probe probe : MatrixProbes.ALL) {
            RecordKind about = probe.about();
            boolean reaches = about == null ? own : ids.has(about);
            if (reaches && which.test(probe)) {
                Response answer = probe.request().apply(asking(caller), ids);
                boolean permitted = probe.permittedTo(caller, own);
                if (probe.opened(answer, ids) != permitted
                        || answer.statusCode() >= 500
                        || answer.statusCode() == 401) {
                    wrong.add("%s of %s, %s: %d where the grants %s"
                            .formatted(
                                    probe.name(),
                                    own ? "own" : "shared",
                                    caller,
                                    answer.statusCode(),
                                    permitted ? "permit" : "deny"));
                }
            }
        }
        return wrong;
    }

    private static RequestSpecification asking(Caller caller) {
        RequestSpecification request = as(Guest.USER);
        Purpose purpose = caller.purpose();
        return purpose == null ? request : request.header(Purpose.HEADER, purpose.code());
    }
}
