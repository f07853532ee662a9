package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.kernel.CountryCode;

/** Conditions of receipt as the table of submissions holds them; what is not said there is the cautious default. */
public final class StoredConditions {
    private StoredConditions() {}

    /** Reads the countries beside them in which material may be used; empty for no such limit. */
    public static List<CountryCode> countries(String stored) {
        List<CountryCode> countries = new ArrayList<>();
        StoredStatements.json(stored).forEach(country -> countries.add(new CountryCode(country.asText())));
        return countries;
    }

    /** Reads them. */
    public static ReceiptConditions read(String stored) {
        JsonNode json = StoredStatements.json(stored);
        List<String> bodies = new ArrayList<>();
        json.path("namedBodies").forEach(body -> bodies.add(body.asText()));
        return new ReceiptConditions(
                json.path("onwardSharingByAgreement").asBoolean(true),
                json.path("leadPurposesOnly").asBoolean(false),
                bodies,
                json.path("noDeathPenalty").asBoolean(false),
                json.hasNonNull("embargoUntil")
                        ? LocalDate.parse(json.get("embargoUntil").asText())
                        : null,
                json.hasNonNull("returnBy")
                        ? LocalDate.parse(json.get("returnBy").asText())
                        : null);
    }
}
