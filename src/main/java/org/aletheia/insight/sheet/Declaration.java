package org.aletheia.insight.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.statement.CustodyRecord;
import org.aletheia.evidence.statement.Step;
import org.aletheia.insight.sheet.SheetRow.Gap;
import org.aletheia.platform.http.AnswerTexts;

/**
 * The draft of what the custodian of the records may declare of an item: sentences of which each tells what events of the
 * published log show, and that they show no more. Nothing of the item's description is in it.
 */
final class Declaration {
    private final AnswerTexts texts = AnswerTexts.load("sheet");
    private final AnswerTexts receipt = AnswerTexts.load("receipt");

    List<String> of(UUID item, Optional<CustodyRecord> chain, String language) {
        return chain.map(record -> new Draft(record, language).sentences(item))
                .orElseGet(() ->
                        List.of(texts.text(language, "declaration-pending").replace("{item}", item.toString())));
    }

    private final class Draft {
        private final CustodyRecord record;
        private final String language;
        private final List<String> sentences = new ArrayList<>();

        Draft(CustodyRecord record, String language) {
            this.record = record;
            this.language = language;
        }

        List<String> sentences(UUID item) {
            say("declaration-scope", Map.of("origin", record.origin()));
            record.received()
                    .ifPresent(time -> say("declaration-received", Map.of("item", item.toString(), "time", time)));
            record.size().ifPresent(size -> say("declaration-size", Map.of("size", size)));
            record.digests()
                    .forEach((algorithm, hex) -> say("declaration-digest", Map.of("algorithm", algorithm, "hex", hex)));
            record.registrationNumber().ifPresent(number -> say("declaration-number", Map.of("number", number)));
            chain();
            record.steps().forEach(this::step);
            checks();
            sentences.add(receipt.text(language, record.digests().isEmpty() ? "event-proves-not" : "proves-not"));
            return List.copyOf(sentences);
        }

        private void chain() {
            String time = record.checkpointTime().map(Instant::toString).orElse("?");
            say(
                    "declaration-chain",
                    Map.of(
                            "count", Integer.toString(record.steps().size()),
                            "size", Long.toString(record.checkpoint().size()),
                            "time", time));
        }

        private void step(Step step) {
            String number = Long.toString(step.number());
            if (step.isGap()) {
                Gap gap = SheetRows.gap(step);
                say(
                        "declaration-gap",
                        Map.of(
                                "number", number,
                                "period", gap.period(),
                                "reason", Objects.requireNonNullElse(gap.reason(), "?"),
                                "risk", Objects.requireNonNullElse(gap.risk(), "?")));
            }
            if (step.detail().get("discrepancies") instanceof List<?> codes) {
                say("declaration-discrepancy", Map.of("number", number, "codes", CanonicalJson.text(codes)));
            }
            if (!step.withheld().isEmpty()) {
                say("declaration-withheld", Map.of("number", number, "fields", String.join(", ", step.withheld())));
            }
        }

        /** Each check that failed, and the last of all; those before say nothing that it does not. */
        private void checks() {
            List<Step> checks = record.steps().stream()
                    .filter(step -> step.is(EventTypes.FIXITY_CHECKED))
                    .toList();
            for (Step check : checks) {
                Object outcome = check.detail().get("outcome");
                boolean last = check == checks.getLast();
                if (outcome != null && (last || !outcome.equals("success"))) {
                    say(
                            outcome.equals("success") ? "declaration-intact" : "declaration-check",
                            Map.of(
                                    "number", Long.toString(check.number()),
                                    "time", check.recorded().orElse("?"),
                                    "outcome", outcome.toString()));
                }
            }
            if (checks.isEmpty()) {
                say("declaration-unchecked", Map.of());
            }
        }

        private void say(String key, Map<String, String> values) {
            String sentence = texts.text(language, key);
            for (Map.Entry<String, String> value : values.entrySet()) {
                sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
            }
            sentences.add(sentence);
        }
    }
}
