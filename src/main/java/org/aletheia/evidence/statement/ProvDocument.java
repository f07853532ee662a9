package org.aletheia.evidence.statement;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aletheia.custody.format.EventField;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody as PROV-O (www.w3.org/TR/prov-o): the item is an Entity, each event an Activity that used it, informed
 * by the one before; members are Agents that act for organisations. Times are the bounds of what was stated.
 */
public final class ProvDocument {
    private ProvDocument() {}

    /** The JSON-LD document. */
    public static Map<String, Object> of(CustodyRecord record) {
        JsonLd json = new JsonLd(Ids.base(record))
                .prefix("prov", "http://www.w3.org/ns/prov#")
                .prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        String item = Ids.item(record.item().id());
        json.node(item, "prov:Entity");
        Set<String> known = new HashSet<>();
        @Nullable Step before = null;
        for (Step step : record.steps()) {
            Map<String, Object> activity = json.node(Ids.event(step), "prov:Activity");
            step.type().ifPresent(type -> activity.put("rdfs:label", type));
            activity.put("rdfs:comment", step.standing(record.origin()));
            activity.put("prov:used", JsonLd.ref(item));
            step.happened()
                    .flatMap(UncertainDate::earliest)
                    .ifPresent(time -> activity.put("prov:startedAtTime", JsonLd.typed("dateTime", time.toString())));
            step.happened()
                    .flatMap(UncertainDate::latest)
                    .ifPresent(time -> activity.put("prov:endedAtTime", JsonLd.typed("dateTime", time.toString())));
            if (before != null) {
                activity.put("prov:wasInformedBy", JsonLd.ref(Ids.event(before)));
            }
            agent(json, step, activity, known);
            before = step;
        }
        return json.document();
    }

    private static void agent(JsonLd json, Step step, Map<String, Object> activity, Set<String> known) {
        step.text(EventField.ACTOR).ifPresent(actor -> {
            String member = Ids.member(actor);
            activity.put("prov:wasAssociatedWith", JsonLd.ref(member));
            if (known.add(member)) {
                Map<String, Object> agent = json.node(member, "prov:Person");
                step.text(EventField.ORGANISATION).ifPresent(organisation -> {
                    agent.put("prov:actedOnBehalfOf", JsonLd.ref(Ids.organisation(organisation)));
                    if (known.add(organisation)) {
                        json.node(Ids.organisation(organisation), "prov:Organization");
                    }
                });
            }
        });
    }
}
