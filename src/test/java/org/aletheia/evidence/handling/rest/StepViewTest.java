package org.aletheia.evidence.handling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StepViewTest {
    @Test
    void theReceiptOfARepeatedRequestIsAbsent() {
        StepView step = new StepView(UUID.randomUUID(), null, null, "href", null);
        assertThat(new ObjectMapper().valueToTree(step).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("event", "href");
    }
}
