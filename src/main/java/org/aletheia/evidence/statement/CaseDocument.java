package org.aletheia.evidence.statement;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aletheia.custody.format.EventField;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody as CASE 1.4 (caseontology.org) on UCO: the file with its digests, its provenance record under the
 * registration number, an investigative action for each event. The performer of an action is the member, its participant the
 * organisation for which that member acted. Times are the bounds of what was stated, else when it was recorded. A gap, and
 * custody before receipt, is nothing that was done with the file: the action is that somebody stated it, when it was
 * recorded, and its result an annotation of the file. All that an event says is in its description.
 */
public final class CaseDocument {
    private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";

    private final CustodyRecord record;
    private final JsonLd json;
    private final Set<String> known = new HashSet<>();

    private CaseDocument(CustodyRecord record) {
        this.record = record;
        this.json = new JsonLd(Ids.base(record))
                .prefix("case-investigation", "https://ontology.caseontology.org/case/investigation/")
                .prefix("uco-action", UCO + "action/")
                .prefix("uco-core", UCO + "core/")
                .prefix("uco-identity", UCO + "identity/")
                .prefix("uco-observable", UCO + "observable/")
                .prefix("uco-types", UCO + "types/");
    }

    /** The JSON-LD document. */
    public static Map<String, Object> of(CustodyRecord record) {
        CaseDocument document = new CaseDocument(record);
        document.file();
        document.provenance();
        @Nullable Step before = null;
        for (Step step : record.steps()) {
            document.action(step, before);
            before = step;
        }
        return document.json.document();
    }

    private void file() {
        Map<String, Object> file = json.node(Ids.item("item", record), "uco-observable:File");
        List<Map<String, Object>> hashes = record.digests().entrySet().stream()
                .map(digest -> hash(digest.getKey(), digest.getValue()))
                .toList();
        if (record.mediaType().isEmpty() && record.size().isEmpty() && hashes.isEmpty()) {
            return;
        }
        String facet = Ids.item("content", record);
        file.put("uco-core:hasFacet", JsonLd.ref(facet));
        Map<String, Object> content = json.node(facet, "uco-observable:ContentDataFacet");
        record.mediaType().ifPresent(type -> content.put("uco-observable:mimeType", type));
        record.size().ifPresent(size -> content.put("uco-observable:sizeInBytes", JsonLd.typed("integer", size)));
        if (!hashes.isEmpty()) {
            content.put("uco-observable:hash", hashes);
        }
    }

    private Map<String, Object> hash(String algorithm, String hex) {
        String method = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        String id = Ids.item(method.toLowerCase(Locale.ROOT), record);
        Map<String, Object> hash = json.node(id, "uco-types:Hash");
        hash.put("uco-types:hashMethod", method);
        hash.put("uco-types:hashValue", JsonLd.typed("hexBinary", hex.toUpperCase(Locale.ROOT)));
        return JsonLd.ref(id);
    }

    private void provenance() {
        Map<String, Object> exhibit = json.node(Ids.item("provenance", record), "case-investigation:ProvenanceRecord");
        record.registrationNumber().ifPresent(number -> exhibit.put("case-investigation:exhibitNumber", number));
        record.received().ifPresent(time -> exhibit.put("uco-core:objectCreatedTime", JsonLd.typed("dateTime", time)));
        exhibit.put("uco-core:object", JsonLd.ref(Ids.item("item", record)));
    }

    private void action(Step step, @Nullable Step before) {
        Map<String, Object> action = json.node(Ids.event(step), "case-investigation:InvestigativeAction");
        step.type().ifPresent(type -> action.put("uco-core:name", type));
        action.put("uco-core:description", step.account(record));
        time(action, "uco-action:startTime", step.start());
        time(action, "uco-action:endTime", step.end());
        if (step.isAction()) {
            action.put("uco-action:object", JsonLd.ref(Ids.item("item", record)));
        }
        if (step.isStatement()) {
            action.put("uco-action:result", JsonLd.ref(statement(step)));
        } else if (record.receipt().filter(step::equals).isPresent()) {
            action.put("uco-action:result", JsonLd.ref(Ids.item("provenance", record)));
        }
        if (before != null) {
            action.put("case-investigation:wasInformedBy", JsonLd.ref(Ids.event(before)));
        }
        step.text(EventField.ACTOR)
                .map(Ids::member)
                .ifPresent(id -> action.put("uco-action:performer", identity(id, "uco-identity:Identity")));
        step.text(EventField.ORGANISATION)
                .map(Ids::organisation)
                .ifPresent(id -> action.put("uco-action:participant", identity(id, "uco-identity:Organization")));
    }

    private String statement(Step step) {
        Map<String, Object> annotation = json.node(Ids.statement(step), "uco-core:Annotation");
        annotation.put(
                "uco-core:statement",
                (step.isGap() ? "Custody is not documented: " : "Custody before receipt, as stated: ") + step.said());
        annotation.put("uco-core:object", JsonLd.ref(Ids.item("item", record)));
        return Ids.statement(step);
    }

    private Map<String, Object> identity(String id, String type) {
        if (known.add(id)) {
            json.node(id, type);
        }
        return JsonLd.ref(id);
    }

    private static void time(Map<String, Object> action, String property, Optional<Instant> time) {
        time.ifPresent(at -> action.put(property, JsonLd.typed("dateTime", at.toString())));
    }
}
