package org.aletheia.evidence.statement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aletheia.custody.format.EventField;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody as PROV-O (www.w3.org/TR/prov-o): the item is an Entity, each event an Activity that used it, informed
 * by the one before; members are Agents that act for organisations. Times are the bounds of what was stated, else when it
 * was recorded. A gap, and custody before receipt, used nothing: the Activity is that somebody stated it, when it was
 * recorded, and generated an Entity about the item. All that an event says is in its comment.
 */
public final class ProvDocument {
    private final CustodyRecord record;
    private final JsonLd json;
    private final Map<String, Map<String, Object>> agents = new HashMap<>();

    private ProvDocument(CustodyRecord record) {
        this.record = record;
        this.json = new JsonLd(Ids.base(record))
                .prefix("prov", "http://www.w3.org/ns/prov#")
                .prefix("dcterms", "http://purl.org/dc/terms/")
                .prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    }

    /** The JSON-LD document. */
    public static Map<String, Object> of(CustodyRecord record) {
        ProvDocument document = new ProvDocument(record);
        document.item();
        @Nullable Step before = null;
        for (Step step : record.steps()) {
            document.activity(step, before);
            before = step;
        }
        return document.json.document();
    }

    private void item() {
        Map<String, Object> item = json.node(Ids.item("item", record), "prov:Entity");
        record.registrationNumber().ifPresent(number -> item.put("dcterms:identifier", number));
    }

    private void activity(Step step, @Nullable Step before) {
        Map<String, Object> activity = json.node(Ids.event(step), "prov:Activity");
        step.type().ifPresent(type -> activity.put("rdfs:label", type));
        activity.put("rdfs:comment", step.account(record));
        if (step.isAction()) {
            activity.put("prov:used", JsonLd.ref(Ids.item("item", record)));
        }
        if (step.isStatement()) {
            statement(step);
        }
        time(activity, "prov:startedAtTime", step.start());
        time(activity, "prov:endedAtTime", step.end());
        if (before != null) {
            activity.put("prov:wasInformedBy", JsonLd.ref(Ids.event(before)));
        }
        agents(step, activity);
    }

    private void statement(Step step) {
        Map<String, Object> statement = json.node(Ids.statement(step), "prov:Entity");
        statement.put("prov:wasGeneratedBy", JsonLd.ref(Ids.event(step)));
        statement.put("dcterms:subject", JsonLd.ref(Ids.item("item", record)));
        step.period().ifPresent(period -> statement.put("dcterms:temporal", period));
        statement.put(
                "rdfs:comment",
                (step.isGap() ? "Custody is not documented: " : "Custody before receipt, as stated: ") + step.said());
    }

    private void agents(Step step, Map<String, Object> activity) {
        Optional<String> member = step.text(EventField.ACTOR).map(Ids::member);
        Optional<String> organisation = step.text(EventField.ORGANISATION).map(Ids::organisation);
        organisation.ifPresent(id -> agents.computeIfAbsent(id, each -> json.node(each, "prov:Organization")));
        member.ifPresent(id -> {
            Map<String, Object> person = agents.computeIfAbsent(id, each -> json.node(each, "prov:Person"));
            organisation.ifPresent(body -> person.putIfAbsent("prov:actedOnBehalfOf", JsonLd.ref(body)));
        });
        List<Map<String, Object>> with = Stream.of(member, organisation)
                .flatMap(Optional::stream)
                .map(JsonLd::ref)
                .toList();
        if (!with.isEmpty()) {
            activity.put("prov:wasAssociatedWith", with);
        }
    }

    private static void time(Map<String, Object> activity, String property, Optional<Instant> time) {
        time.ifPresent(at -> activity.put(property, JsonLd.typed("dateTime", at.toString())));
    }
}
