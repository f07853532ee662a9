package org.aletheia.testimony.consent.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeEntry;
import org.aletheia.codelists.CodeList;
import org.aletheia.codelists.CodeStatus;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.testimony.consent.BodyPromise;
import org.aletheia.testimony.consent.BodyPromises;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.Consent.Condition;
import org.aletheia.testimony.consent.ScopeAnswer;
import org.aletheia.testimony.consent.ScopeName;
import org.aletheia.testimony.consent.Scopes;
import org.aletheia.testimony.consent.rest.Sheet.Fact;
import org.aletheia.testimony.consent.rest.Sheet.Line;
import org.aletheia.testimony.consent.rest.Sheet.Section;

/**
 * What somebody takes home from an interview: what they agreed to and refused, what nobody can promise, whom to call, how to
 * change it.
 */
final class PromiseSheet {
    private static final String HONOURED = "honoured";
    /** What holds of every consent, whatever was answered. */
    private static final List<String> LIMITS = List.of("court", "defence", "shared", "destroyed");

    private final RecordVersion<Consent> consent;
    private final BodyPromise promise;
    private final BodyPromises promises;
    private final SheetWords words;

    PromiseSheet(RecordVersion<Consent> consent, BodyPromise promise, BodyPromises promises, SheetWords words) {
        this.consent = consent;
        this.promise = promise;
        this.promises = promises;
        this.words = words;
    }

    Sheet sheet() {
        boolean withdrawn = consent.content().state().equals(Consent.WITHDRAWN);
        List<Section> sections = List.of(
                answers("agreed", ScopeAnswer.YES),
                answers("refused", ScopeAnswer.NO),
                answers("ask", ScopeAnswer.ASK_AGAIN),
                section("not-asked", notAsked()),
                section("conditions", conditions()),
                section("limits", limits()),
                section("call", List.of(Line.of(call()))),
                section(
                        "change",
                        Stream.of("say", "part", "at-once").map(this::sentence).toList()));
        return new Sheet(
                words.language(),
                words.text("promise.title"),
                words.text(withdrawn ? "promise.withdrawn" : "promise.intro"),
                facts(),
                sections,
                words.text("keep"));
    }

    private List<Fact> facts() {
        Consent said = consent.content();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("number", consent.id().toString()));
        facts.add(fact("date", said.date().edtf()));
        facts.add(fact("body", words.body(consent.ownerOrg())));
        facts.add(fact("state", words.label("consent-state", said.state())));
        facts.add(fact("given-by", words.label("consent-giver", said.givenBy().capacity())));
        said.withdrawals()
                .forEach(each -> facts.add(fact("taken-back", each.date().edtf())));
        return facts;
    }

    private Section answers(String key, String answer) {
        return section(
                key,
                consent.content().scopes().stream()
                        .filter(each -> each.answer().equals(answer))
                        .map(each -> Line.of(
                                words.scope(each.name()) + " (" + each.date().edtf() + ")"))
                        .toList());
    }

    /**
     * What nobody asked, so that it is not done. What stops all work on the record, and single countries, are questions only
     * where they are asked.
     */
    private List<Line> notAsked() {
        Set<String> answered =
                consent.content().scopes().stream().map(ScopeAnswer::scope).collect(Collectors.toSet());
        return words.lists().find(Scopes.LIST).map(CodeList::codes).orElse(List.of()).stream()
                .filter(row -> row.status() == CodeStatus.CURRENT
                        && !row.attributes().containsKey("closes")
                        && !row.attributes().containsKey("country"))
                .map(CodeEntry::code)
                .filter(code -> !answered.contains(code))
                .map(code -> Line.of(words.label(Scopes.LIST, code)))
                .toList();
    }

    private List<Line> conditions() {
        return consent.content().conditions().stream()
                .map(each -> Line.of(words.label("consent-condition", each.condition()) + detail(each)))
                .toList();
    }

    private String detail(Condition condition) {
        if (condition.until() != null) {
            return ": " + condition.until();
        }
        return condition.organisation() == null ? "" : ": " + words.body(condition.organisation());
    }

    private List<Line> limits() {
        Stream<Line> always = LIMITS.stream().map(key -> Line.of(words.text("promise.limit." + key)));
        Stream<Line> ofScopes = consent.content().scopes().stream().flatMap(this::notHonoured);
        return Stream.concat(always, ofScopes).toList();
    }

    private Stream<Line> notHonoured(ScopeAnswer answer) {
        String standing = promises.standing(promise, answer.scope());
        ScopeName name = answer.name();
        return standing.equals(HONOURED)
                ? Stream.of()
                : Stream.of(Line.of(words.scope(name) + ": " + words.label("promise-standing", standing)));
    }

    private String call() {
        String body = words.body(consent.ownerOrg());
        return promise.contact() == null ? body : body + ": " + promise.contact();
    }

    private Line sentence(String key) {
        return Line.of(words.text("promise.change." + key));
    }

    private Section section(String key, List<Line> lines) {
        return new Section(words.text("promise." + key), lines, words.text("nothing"));
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(key), value);
    }
}
