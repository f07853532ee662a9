package org.aletheia.insight.rest;

import static org.aletheia.testing.Records.create;

import java.util.List;
import java.util.Map;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;

/** A small situation of the field team: an act against one victim, of which a unit is accused, and an item that shows it. */
record Situation(
        Items.Made made, String incident, String act, String victim, String unit, String involvement, String source) {
    static final String UNIT_NAME = "First Brigade";

    static Situation of(String user) {
        Items.Made made = Items.of(user);
        String incident = Records.incident(user);
        String victim = Records.victim(user);
        String act = create(user, "incidents/" + incident + "/acts", Map.of("type", "01", "victims", List.of(victim)));
        String unit = create(user, "units", Map.of("names", List.of(Map.of("language", "en", "text", UNIT_NAME))));
        String involvement = create(
                user,
                "acts/" + act + "/involvements",
                Map.of(
                        "party", Map.of("kind", "unit", "id", unit),
                        "perpetratorType", "01",
                        "sources", List.of(Map.of("item", made.id(), "support", "supports"))));
        String source = create(
                user,
                "acts/" + act + "/sources",
                Map.of("item", made.id(), "about", "/victims/0", "support", "supports"));
        return new Situation(made, incident, act, victim, unit, involvement, source);
    }

    static void share(String kind, String record) {
        create(
                "documenter",
                "shares",
                Map.of(
                        "kind", kind,
                        "record", record,
                        "grantee", Enrolment.organisation("Commission").toString()));
    }
}
