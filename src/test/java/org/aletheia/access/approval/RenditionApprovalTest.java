package org.aletheia.access.approval;

import static org.aletheia.testing.Approving.widened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Guest;
import org.aletheia.testing.Items;
import org.aletheia.testing.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words get into search by two: who approves a rendition is another than its maker, has stood long enough, and is there. */
@QuarkusTest
@Tag("it")
class RenditionApprovalTest {
    private static final byte[] WORDS = "They came at night.".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> APPROVED = Map.of("decision", "approved");
    private static final Map<String, String> REFUSED = Map.of("decision", "refused", "reason", "name-remains");
    private static final Map<String, String> WITHDRAWN =
            Map.of("decision", "withdrawn", "reason", "identifying-passage");

    @Inject
    SecurityIdentity identity;

    /** Somebody with every role: they may lay down, and they may judge what others lay down. */
    @Test
    void nobodyJudgesWhatTheyMadeWhateverTheirRoles() {
        try (Guest ignored = Guest.enrol()) {
            String item = Items.of(Guest.USER, WORDS).id();
            String rendition = Made.send(Guest.USER, item, Made.from(WORDS, "transcript"), "text/plain", WORDS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            for (Map<String, String> judgement : List.of(APPROVED, REFUSED)) {
                Made.decide(Guest.USER, item, rendition, judgement)
                        .statusCode(403)
                        .body("code", equalTo("second-person-required"));
            }
            assertThat(state(rendition)).isEqualTo("proposed");
            Made.decide(Guest.USER, item, rendition, WITHDRAWN).statusCode(200).body("state", equalTo("withdrawn"));
        }
    }

    /** The tests' own waiting time is nothing, so "too new" is made by a standing that begins in an hour. */
    @Test
    void whoWasMadeUpThisMinuteApprovesNothing() throws SQLException {
        String item = Items.of("documenter", WORDS).id();
        String rendition = Made.text(item, WORDS, "transcript", "They came.");
        widened("counsel2", "now() + interval '1 hour'");
        try {
            Made.decide("counsel2", item, rendition, APPROVED)
                    .statusCode(403)
                    .body("code", equalTo("second-person-required"));
            assertThat(state(rendition)).isEqualTo("proposed");
        } finally {
            widened("counsel2", "now() - interval '1 hour'");
        }
        Made.decide("counsel2", item, rendition, APPROVED).statusCode(200);
        assertThat(state(rendition)).isEqualTo("approved");
    }

    /** Real tokens of the stack, whose users sign in with passwords; to refuse and to take back need no key. */
    @Test
    void whoeverSignedInWithAPasswordApprovesNothing() {
        String item = Items.of("documenter", WORDS).id();
        String first = Made.text(item, WORDS, "transcript", "They came by car.");
        String second = Made.text(item, WORDS, "transcript", "They came on foot.");
        String third = Made.text(item, WORDS, "transcript", "They came by boat.");
        require(Rules.DEFAULT);
        Made.decide("counsel2", item, first, APPROVED)
                .statusCode(403)
                .body("code", equalTo("strong-authentication-required"));
        assertThat(state(first)).isEqualTo("proposed");
        Made.decide("counsel2", item, second, REFUSED).statusCode(200).body("state", equalTo("refused"));
        Made.decide("counsel2", item, third, WITHDRAWN).statusCode(200).body("state", equalTo("withdrawn"));
        require(Rules.DEFAULT.acr("1"));
        Made.decide("counsel2", item, first, APPROVED).statusCode(200).body("state", equalTo("approved"));
    }

    private void require(Rules rules) {
        QuarkusMock.installMockForType(
                new StrongAuthentication(identity, rules.standing(Duration.ZERO)), StrongAuthentication.class);
    }

    private static String state(String rendition) {
        return AdminDatabase.column("select state from rendition where id = ?", UUID.fromString(rendition))
                .getFirst();
    }
}
