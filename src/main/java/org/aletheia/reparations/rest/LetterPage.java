package org.aletheia.reparations.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.reparations.claim.Award;
import org.aletheia.reparations.claim.Computation;
import org.aletheia.reparations.claim.Computation.Line;
import org.aletheia.reparations.claim.Deficiency;
import org.aletheia.reparations.claim.Money;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.claim.Ruling;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.Sufficiency;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;

/** A letter on paper, in plain words. Everything in it is a text of ours, a label, a code, a number or a day. */
@Singleton
class LetterPage {
    private static final String RIGHT_TO_LEFT = "ar";

    private final Template template;
    private final CodeLists lists;
    private final ClaimRules rules;
    private final AnswerTexts texts = AnswerTexts.load("claim");

    LetterPage(@Location("claim-letter.html") Template template, CodeLists lists, ClaimRules rules) {
        this.template = template;
        this.lists = lists;
        this.rules = rules;
    }

    /** A line of a table. */
    record Row(String label, String value) {}

    /** A paragraph with what belongs to it. */
    record Point(String text, List<String> parts) {}

    String render(Letter letter, ReparationClaim claim, Optional<String> pseudonym, String language) {
        Words words = new Words(language);
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data("title", words.text(letter.code() + ".title"))
                .data("facts", facts(letter, claim, pseudonym, words))
                .data("body", words.text(letter.code() + ".body"))
                .data("points", letter == Letter.DEFICIENCY ? missing(claim, words) : List.of())
                .data("computation", words.text("computation"))
                .data("lines", letter == Letter.DECISION ? lines(claim, words) : List.of())
                .data("keep", words.text("keep"))
                .render();
    }

    private List<Row> facts(Letter letter, ReparationClaim claim, Optional<String> pseudonym, Words words) {
        List<Row> facts = new ArrayList<>();
        String number = claim.proceedings().number();
        if (number != null) {
            facts.add(words.row("number", number));
        }
        pseudonym.ifPresent(value -> facts.add(words.row("pseudonym", value)));
        facts.add(words.row("date", letter.day(claim.proceedings())));
        claim.categories()
                .forEach(each -> facts.add(
                        words.row("category", each.code() + " " + words.labels.code(each.list(), each.code()))));
        if (letter == Letter.DEFICIENCY) {
            facts.add(words.row(
                    "deadline", claim.proceedings().deficiencies().getLast().deadline()));
        }
        if (letter == Letter.DECISION) {
            decision(claim, words, facts);
        }
        return facts;
    }

    private static void decision(ReparationClaim claim, Words words, List<Row> facts) {
        Ruling ruling = claim.proceedings().rulings().getLast();
        facts.add(words.row("outcome", words.labels.code("claim-outcome", ruling.outcome())));
        ruling.reasons().forEach(each -> facts.add(words.row("reason", words.labels.code("claim-reason", each))));
        claim.proceedings().awards().forEach(each -> facts.add(words.row("award", award(each, words))));
    }

    private static String award(Award award, Words words) {
        String what = award.number() + ". " + words.labels.code("reparation-form", award.form()) + ", "
                + words.labels.code("award-scope", award.scope());
        return award.amount() == null ? what : what + ": " + sum(award.amount());
    }

    private List<Point> missing(ReparationClaim claim, Words words) {
        Deficiency last = claim.proceedings().deficiencies().getLast();
        int edition = last.rules() == null ? 0 : last.rules().edition();
        Sufficiency sufficiency =
                new Sufficiency(rules.edition(edition).orElse(rules.inForce().rules()));
        List<Point> points = new ArrayList<>();
        for (String id : last.missing()) {
            Requirement requirement = rules.requirement(edition, id).orElse(new Requirement(id, List.of(), Map.of()));
            List<String> ways = sufficiency.accepts(claim, requirement).stream()
                    .map(words.labels::of)
                    .distinct()
                    .toList();
            points.add(new Point(
                    requirement.texts().getOrDefault(words.language, id),
                    List.of(words.text("accepted") + ": " + String.join(" · ", ways))));
        }
        return points;
    }

    private static List<Row> lines(ReparationClaim claim, Words words) {
        Computation computation = claim.proceedings().rulings().getLast().computation();
        return computation == null
                ? List.of()
                : computation.lines().stream().map(line -> line(line, words)).toList();
    }

    private static Row line(Line line, Words words) {
        String said = words.text("line." + line.what());
        if (line.settlement() != null) {
            said = said.replace("{kind}", words.labels.code("settlement-kind", line.settlement()));
        }
        if (line.rate() != null) {
            said = said.replace("{rate}", line.rate().rate())
                    .replace("{on}", line.rate().on());
        }
        String head = line.head() == null ? "" : words.labels.code("loss-head", line.head()) + ": ";
        return new Row(head + said, sum(line.amount()));
    }

    private static String sum(Money amount) {
        return BigDecimal.valueOf(amount.amount(), Money.digits(amount.currency()))
                        .toPlainString() + " " + amount.currency();
    }

    /** Texts and labels in one language. */
    private final class Words {
        private final String language;
        private final WayLabels labels;

        Words(String language) {
            this.language = language;
            this.labels = new WayLabels(lists, language);
        }

        String text(String key) {
            return texts.text(language, key);
        }

        Row row(String key, String value) {
            return new Row(text(key), value);
        }
    }
}
