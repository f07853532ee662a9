package org.aletheia.evidence.handling.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.statement.CustodyRecord;
import org.aletheia.evidence.statement.Step;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.transparency.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody on paper, for a filing: every event in its order, gaps and discrepancies marked, withheld fields named,
 * the checkpoint up to which it tells them, and what the log shows and does not show. Nothing is in it that the log has not.
 */
@ApplicationScoped
class StatementPage {
    private static final String RIGHT_TO_LEFT = "ar";
    private static final List<String> HEADS = List.of("stated", "recorded", "what", "said", "by", "entry");
    private static final Set<String> ELSEWHERE = Set.of("happened", "period", "discrepancies");

    private final Template template;
    private final AnswerTexts texts = AnswerTexts.load("statement");
    private final AnswerTexts receipt = AnswerTexts.load("receipt");

    StatementPage(@Location("statement.html") Template template) {
        this.template = template;
    }

    /** A line about the item. */
    record Fact(String label, String value) {}

    /** A line about an event. */
    record Line(
            long number,
            String stated,
            String recorded,
            String what,
            List<String> marks,
            String said,
            String by,
            String entry) {}

    /** The page in the best language for the header. */
    String render(CustodyRecord record, @Nullable String acceptLanguage) {
        String language = AnswerTexts.language(acceptLanguage);
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data("title", texts.text(language, "title"))
                .data("facts", facts(record, language))
                .data(
                        "heads",
                        HEADS.stream().map(head -> texts.text(language, head)).toList())
                .data(
                        "steps",
                        record.steps().stream()
                                .map(step -> line(step, language))
                                .toList())
                .data("only", texts.text(language, "only"))
                .data("until", texts.text(language, "until"))
                .data("proves", proves(record, language))
                .data(
                        "provesNot",
                        receipt.text(language, record.digests().isEmpty() ? "event-proves-not" : "proves-not"))
                .data("keep", texts.text(language, "keep"))
                .render();
    }

    private List<Fact> facts(CustodyRecord record, String language) {
        List<Fact> facts = new ArrayList<>();
        record.item().ifPresent(id -> facts.add(fact(language, "item", id)));
        record.registrationNumber().ifPresent(number -> facts.add(fact(language, "registration", number)));
        record.received().ifPresent(time -> facts.add(fact(language, "received", time)));
        record.size().ifPresent(size -> facts.add(fact(language, "length", size)));
        record.digests().forEach((algorithm, hex) -> facts.add(new Fact(algorithm, hex)));
        facts.add(fact(language, "log", record.origin()));
        Checkpoint checkpoint = record.checkpoint();
        facts.add(fact(
                language,
                "checkpoint",
                checkpoint.size() + ", " + checkpoint.root().base64()));
        return facts;
    }

    private Fact fact(String language, String label, String value) {
        return new Fact(texts.text(language, label), value);
    }

    private String proves(CustodyRecord record, String language) {
        return texts.text(language, record.digests().isEmpty() ? "events-proves" : "proves")
                .replace("{origin}", record.origin())
                .replace(
                        "{time}", record.checkpointTime().map(Instant::toString).orElse("?"));
    }

    private Line line(Step step, String language) {
        return new Line(
                step.number(),
                step.period().or(step::happened).orElse(""),
                step.recorded().orElseGet(() -> texts.text(language, "withheld")),
                what(step, language),
                marks(step, language),
                said(step, language),
                by(step, language),
                step.entry() + ", " + step.index());
    }

    private String what(Step step, String language) {
        return step.type()
                .map(code -> texts.keys(language).contains(code) ? texts.text(language, code) : code)
                .orElseGet(() -> texts.text(language, "withheld"));
    }

    private List<String> marks(Step step, String language) {
        boolean contradicts = step.detail().containsKey("discrepancies");
        boolean damaged = "fail".equals(step.detail().get("outcome"));
        return Stream.of(
                        step.isGap() ? Optional.of(texts.text(language, "gap")) : Optional.<String>empty(),
                        contradicts
                                ? Optional.of(texts.text(language, "discrepancy") + " "
                                        + CanonicalJson.text(step.detail().get("discrepancies")))
                                : Optional.<String>empty(),
                        damaged ? Optional.of(texts.text(language, "damaged")) : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private String said(Step step, String language) {
        List<String> said = new ArrayList<>();
        step.text(EventField.REASON).ifPresent(said::add);
        TreeMap<String, @Nullable Object> rest = new TreeMap<>();
        step.detail().forEach((key, value) -> rest.put(key.toString(), value));
        rest.keySet().removeAll(ELSEWHERE);
        rest.forEach((key, value) -> said.add(key + " " + CanonicalJson.text(value)));
        if (!step.withheld().isEmpty()) {
            said.add(texts.text(language, "withheld") + ": " + String.join(", ", step.withheld()));
        }
        return String.join("; ", said);
    }

    private String by(Step step, String language) {
        List<String> ids = Stream.of(EventField.ACTOR, EventField.ORGANISATION)
                .flatMap(field -> step.text(field).stream())
                .toList();
        boolean hidden = step.withheld().contains(EventField.ACTOR.label());
        return ids.isEmpty() ? texts.text(language, hidden ? "withheld" : "server") : String.join(", ", ids);
    }
}
