package org.aletheia.access.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ApprovalTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 259_199, 259_200, 400_000})
    void whatNobodyDecidedCanBeDecidedUntilItExpires(long seconds) {
        Instant now = ASKED.plusSeconds(seconds);
        assertThat(approval().stateAt(now))
                .isEqualTo(
                        seconds < Duration.ofHours(72).toSeconds() ? ApprovalState.REQUESTED : ApprovalState.EXPIRED);
        Approval decided =
                approval().decided(new Approval.Decision(ApprovalState.REFUSED, UUID.randomUUID(), ASKED, "no"));
        assertThat(decided.stateAt(now)).isEqualTo(ApprovalState.REFUSED);
    }

    @Test
    @SuppressWarnings("NullAway") // a member may be null in JSON
    void whatIsAskedIsReadAsItWasWrittenAndHasOneDigest() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("roles", List.of("auditor"));
        values.put("reference", null);
        values.put("revision", 3);
        Payload payload = new Payload(values);
        Payload read = Payload.parse(payload.canonical());
        assertThat(payload.canonical()).isEqualTo("{\"reference\":null,\"revision\":3,\"roles\":[\"auditor\"]}");
        assertThat(read.digest()).isEqualTo(payload.digest());
        assertThat(read.texts("roles")).containsExactly("auditor");
        assertThat(read.number("revision")).isEqualTo(3);
        assertThat(read.optionalText("reference")).isNull();
    }

    private static Approval approval() {
        UUID id = UUID.randomUUID();
        return new Approval(
                id,
                Matter.HOLD_RELEASE,
                id,
                id,
                new Payload(Map.of()),
                "proceedings-ended",
                id,
                id,
                ASKED,
                ASKED.plus(Duration.ofHours(72)),
                null,
                null);
    }
}
