package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The receipt itself is there in answer to an upload; afterwards it is absent, and not null. */
@Tag("unit")
class AbsentReceiptTest {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final UUID ID = UUID.randomUUID();

    @Test
    void ofAnItem() {
        ReceiptView receipt =
                new ReceiptView(ID, Instant.EPOCH, 1, Map.of(), ID, "entry", "proof", "href", null, "much");
        assertThat(JSON.valueToTree(receipt).has("document")).isFalse();
    }

    @Test
    void ofWhatWasHandedInForAnother() {
        HandInView.Kept receipt = new HandInView.Kept(ID, "entry", "proof", "href", 1L, Map.of(), null, "much");
        assertThat(JSON.valueToTree(receipt).has("document")).isFalse();
    }
}
