package org.aletheia.evidence.handling.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.statement.CustodyRecord;
import org.aletheia.evidence.statement.Step;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.AnswerTexts;
import org.jspecify.annotations.Nullable;

/**
 * A chain of custody on paper, for a filing: every event in its order, gaps and discrepancies marked, withheld fields named,
 * and what the log shows and does not show. It has no title and no file name of the item: nothing that the log has not.
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
                .data("proves", texts.text(language, "proves"))
                .data("provesNot", receipt.text(language, "proves-not"))
                .data("keep", texts.text(language, "keep"))
                .render();
    }

    private List<Fact> facts(CustodyRecord record, String language) {
        EvidenceItem item = record.item();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.text(language, "item"), item.id().toString()));
        Optional.ofNullable(item.version().registrationNumber())
                .ifPresent(number -> facts.add(new Fact(texts.text(language, "registration"), number)));
        facts.add(new Fact(texts.text(language, "received"), item.receivedAt().toString()));
        facts.add(new Fact(
                texts.text(language, "length"),
                Long.toString(item.version().file().content().length())));
        for (Digest digest : item.version().file().digests()) {
            facts.add(new Fact(digest.algorithm().label(), digest.hex()));
        }
        facts.add(new Fact(texts.text(language, "log"), record.origin()));
        return facts;
    }

    private Line line(Step step, String language) {
        return new Line(
                step.number(),
                step.happened().map(UncertainDate::edtf).orElse(""),
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
        boolean gap = step.type().filter(EventTypes.GAP_DECLARED.code()::equals).isPresent();
        boolean contradicts = step.detail().containsKey("discrepancies");
        boolean damaged = "fail".equals(step.detail().get("outcome"));
        return Stream.of(
                        gap ? Optional.of(texts.text(language, "gap")) : Optional.<String>empty(),
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
