package org.aletheia.access;

import static org.aletheia.testing.Enrolment.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aletheia.testing.EveryRecord;
import org.aletheia.testing.Guest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The matrix of docs/access-matrix.md over HTTP: one member, who is given each role in turn, asks for records of their own
 * organisation and for records that another shared with it. What the grants say and what the routes do is the same, so that
 * a route that forgot to ask the policy, or asks it something else, is found.
 */
@QuarkusTest
@Tag("slow")
class AccessMatrixIT {
    private static final Set<Integer> REFUSED = Set.of(403, 404);

    @Test
    void theRoutesDoWhatTheGrantsSay() {
        try (Guest guest = Guest.enrol()) {
            Map<RecordKind, String> own = EveryRecord.all(Guest.USER, guest.member());
            Map<RecordKind, String> shared = EveryRecord.shared(guest.organisation());
            shared.remove(RecordKind.INCIDENT_LINK); // read by way of both incidents
            own.put(RecordKind.MEMBER_ORGANISATION, guest.organisation());
            own.put(RecordKind.MEMBER, guest.member());
            List<String> wrong = new ArrayList<>();
            for (Role role : Role.values()) {
                guest.stand(EnumSet.of(role));
                wrong.addAll(tried(role, true, own));
                wrong.addAll(tried(role, false, shared));
            }
            assertThat(wrong).as("what routes do and the grants do not say").isEmpty();
        }
    }

    private static List<String> tried(Role role, boolean own, Map<RecordKind, String> ids) {
        List<String> wrong = new ArrayList<>();
        for (MatrixProbes.Probe probe : MatrixProbes.ALL) {
            RecordKind about = probe.about();
            boolean reaches = about == null ? own : ids.containsKey(about);
            if (reaches) {
                Response answer = probe.request().apply(as(Guest.USER), ids);
                boolean permitted = probe.permittedTo(role, own);
                boolean opened = probe.listed()
                        ? lists(answer, Objects.requireNonNull(ids.get(about)))
                        : !REFUSED.contains(answer.statusCode());
                if (opened != permitted || answer.statusCode() >= 500 || answer.statusCode() == 401) {
                    wrong.add("%s of %s, %s: %d where the grants %s"
                            .formatted(
                                    probe.name(),
                                    own ? "own" : "shared",
                                    role.code(),
                                    answer.statusCode(),
                                    permitted ? "permit" : "deny"));
                }
            }
        }
        return wrong;
    }

    private static boolean lists(Response answer, String id) {
        return answer.statusCode() == 200
                && answer.jsonPath().getList("items.id").contains(id);
    }
}
