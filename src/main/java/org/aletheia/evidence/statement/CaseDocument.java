package org.aletheia.evidence.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody as CASE 1.4 (caseontology.org) on UCO: the file with its digests, its provenance record under the
 * registration number, an investigative action for each event. Times of actions are the bounds of what was stated; when an
 * event was recorded, and where the log holds it, is in its description.
 */
public final class CaseDocument {
    private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";

    private CaseDocument() {}

    /** The JSON-LD document. */
    public static Map<String, Object> of(CustodyRecord record) {
        JsonLd json = new JsonLd(Ids.base(record))
                .prefix("case-investigation", "https://ontology.caseontology.org/case/investigation/")
                .prefix("uco-action", UCO + "action/")
                .prefix("uco-core", UCO + "core/")
                .prefix("uco-identity", UCO + "identity/")
                .prefix("uco-observable", UCO + "observable/")
                .prefix("uco-types", UCO + "types/");
        EvidenceItem item = record.item();
        file(json, item);
        String provenance = "kb:provenance-" + item.id();
        Map<String, Object> exhibit = json.node(provenance, "case-investigation:ProvenanceRecord");
        String number = item.version().registrationNumber();
        if (number != null) {
            exhibit.put("case-investigation:exhibitNumber", number);
        }
        exhibit.put(
                "uco-core:objectCreatedTime",
                JsonLd.typed("dateTime", item.receivedAt().toString()));
        exhibit.put("uco-core:object", JsonLd.ref(Ids.item(item.id())));
        Set<String> known = new HashSet<>();
        @Nullable Step before = null;
        for (Step step : record.steps()) {
            action(json, record, step, before, known);
            before = step;
        }
        return json.document();
    }

    private static void file(JsonLd json, EvidenceItem item) {
        String facet = "kb:content-" + item.id();
        json.node(Ids.item(item.id()), "uco-observable:File").put("uco-core:hasFacet", JsonLd.ref(facet));
        Map<String, Object> content = json.node(facet, "uco-observable:ContentDataFacet");
        content.put("uco-observable:mimeType", item.version().file().mediaType());
        content.put(
                "uco-observable:sizeInBytes",
                JsonLd.typed(
                        "integer", Long.toString(item.version().file().content().length())));
        List<Map<String, Object>> hashes = item.version().file().digests().stream()
                .map(digest -> hash(json, item, digest))
                .toList();
        content.put("uco-observable:hash", hashes);
    }

    private static Map<String, Object> hash(JsonLd json, EvidenceItem item, Digest digest) {
        String method = digest.algorithm().label().toUpperCase(Locale.ROOT).replace("-", "");
        String id = "kb:" + method.toLowerCase(Locale.ROOT) + "-" + item.id();
        Map<String, Object> hash = json.node(id, "uco-types:Hash");
        hash.put("uco-types:hashMethod", method);
        hash.put("uco-types:hashValue", JsonLd.typed("hexBinary", digest.hex().toUpperCase(Locale.ROOT)));
        return JsonLd.ref(id);
    }

    private static void action(JsonLd json, CustodyRecord record, Step step, @Nullable Step before, Set<String> known) {
        Map<String, Object> action = json.node(Ids.event(step), "case-investigation:InvestigativeAction");
        step.type().ifPresent(type -> action.put("uco-core:name", type));
        action.put("uco-core:description", step.standing(record.origin()));
        step.happened()
                .flatMap(UncertainDate::earliest)
                .ifPresent(time -> action.put("uco-action:startTime", JsonLd.typed("dateTime", time.toString())));
        step.happened()
                .flatMap(UncertainDate::latest)
                .ifPresent(time -> action.put("uco-action:endTime", JsonLd.typed("dateTime", time.toString())));
        action.put("uco-action:object", JsonLd.ref(Ids.item(record.item().id())));
        if (step.number() == 1) {
            action.put(
                    "uco-action:result",
                    JsonLd.ref("kb:provenance-" + record.item().id()));
        }
        if (before != null) {
            action.put("case-investigation:wasInformedBy", JsonLd.ref(Ids.event(before)));
        }
        step.text(EventField.ACTOR).ifPresent(actor -> {
            String member = Ids.member(actor);
            action.put("uco-action:performer", JsonLd.ref(member));
            if (known.add(member)) {
                json.node(member, "uco-identity:Identity");
            }
        });
    }
}
