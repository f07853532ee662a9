package org.aletheia.insight.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aletheia.codelists.CodeLists;
import org.aletheia.insight.Timeline;
import org.aletheia.insight.dossier.Dossier;
import org.aletheia.insight.dossier.Dossier.Assertion;
import org.aletheia.insight.dossier.Dossier.Cited;
import org.aletheia.insight.dossier.Dossier.Entry;
import org.aletheia.platform.http.AnswerTexts;
import org.jspecify.annotations.Nullable;

/** A dossier on paper: the same as its JSON, in words. Has no script. */
@ApplicationScoped
class DossierPage {
    private static final String RIGHT_TO_LEFT = "ar";

    private final Template template;
    private final CodeLists lists;
    private final AnswerTexts texts = AnswerTexts.load("dossier");

    DossierPage(@Location("dossier.html") Template template, CodeLists lists) {
        this.template = template;
        this.lists = lists;
    }

    /** Records under one heading. */
    record Section(@Nullable String heading, @Nullable String note, List<Told> entries) {}

    /** A record. */
    record Told(String heading, List<String> lines, List<Row> rows, List<Sources> sources) {}

    /** An assertion. */
    record Row(String member, String value, String standing, List<Mark> sources) {}

    /** Sources of a record as a whole, or of what it said before. */
    record Sources(String heading, List<Mark> sources) {}

    /** A mark of a citation, with what its source does. */
    record Mark(int number, String text) {}

    /** A date. */
    record Moment(String date, String what) {}

    /** What is cited. */
    record Line(int number, String text, List<String> lines) {}

    /** The page in one of the six languages. */
    String render(Dossier dossier, String language) {
        DossierWords words = new DossierWords(texts, lists, language, dossier);
        Map<String, String> columns = Stream.of("member", "value", "standing", "sources")
                .collect(Collectors.toMap(name -> name, name -> words.text("column-" + name)));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(null, null, List.of(told(dossier.subject(), words))));
        if (!dossier.chains().links().isEmpty()) {
            sections.add(chains(dossier.chains(), words));
        }
        dossier.sections().stream()
                .filter(section -> !section.records().isEmpty() || section.truncated())
                .forEach(section -> sections.add(section(section, words)));
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data(
                        "title",
                        words.text("title") + " – "
                                + words.name(dossier.subject().id().toString()))
                .data(
                        "asOf",
                        words.text("as-of").replace("{time}", dossier.asOf().toString()))
                .data("noteScope", words.text("note-scope"))
                .data("noteAlleged", words.text("note-alleged"))
                .data("noteInside", words.text("note-inside"))
                .data("columns", columns)
                .data("sections", sections)
                .data("timelineHeading", words.text("section-timeline"))
                .data(
                        "timeline",
                        dossier.timeline().stream()
                                .map(entry -> moment(entry, words))
                                .toList())
                .data("relatedHeading", words.text("section-related"))
                .data("relatedNote", dossier.related().truncated() ? words.text("truncated") : "")
                .data(
                        "related",
                        dossier.related().records().stream().map(words::name).toList())
                .data("citationsHeading", words.text("section-citations"))
                .data(
                        "citations",
                        dossier.citations().stream()
                                .map(each -> line(each, words))
                                .toList())
                .render();
    }

    private static Section chains(Dossier.Chains chains, DossierWords words) {
        return new Section(
                words.text("section-chains"),
                chains.truncated() ? words.text("truncated") : null,
                chains.links().stream().map(link -> chain(link, words)).toList());
    }

    private static Told chain(Dossier.Chain link, DossierWords words) {
        List<String> lines = new ArrayList<>();
        lines.add("incident-link " + link.link() + " · " + words.text("revision") + " " + link.revision());
        if (link.unsourced()) {
            lines.add(words.text("unsourced"));
        }
        List<Sources> sources = new ArrayList<>();
        add("sources-whole", link.sources(), sources, words);
        String heading = words.code("incident-relation", link.relation()) + ": " + words.name(link.incident());
        return new Told(heading, lines, List.of(), sources);
    }

    private static Section section(Dossier.Section section, DossierWords words) {
        return new Section(
                words.text("section-" + section.name()),
                section.truncated() ? words.text("truncated") : null,
                section.records().stream().map(entry -> told(entry, words)).toList());
    }

    private static Told told(Entry entry, DossierWords words) {
        List<String> lines = new ArrayList<>();
        lines.add(entry.kind() + " " + entry.id() + " · " + words.text("revision") + " " + entry.revision());
        if (entry.alleged() != null) {
            lines.add(words.text("alleged"));
        }
        if (entry.partOf() != null) {
            lines.add(words.text("part-of") + ": "
                    + words.name(entry.partOf().id().toString()));
        }
        if (!entry.dates().isEmpty()) {
            lines.add(words.text("dates") + ": " + String.join(", ", entry.dates()));
        }
        if (entry.unsourced()) {
            lines.add(words.text("unsourced"));
        }
        Dossier.Review review = entry.review();
        if (review != null) {
            lines.add(reviewed(review, words));
        }
        List<Sources> sources = new ArrayList<>();
        add("sources-whole", entry.sources(), sources, words);
        add("sources-former", entry.former(), sources, words);
        return new Told(
                words.name(entry.id().toString()),
                lines,
                entry.assertions().stream().map(said -> row(entry, said, words)).toList(),
                sources);
    }

    private static String reviewed(Dossier.Review review, DossierWords words) {
        return Stream.of(
                        words.text("review") + ": " + words.code("review-state", review.state()),
                        words.text("revision") + " " + review.revision(),
                        review.stale() ? words.text("review-stale") : null,
                        review.at().toString(),
                        review.reasons())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static void add(String heading, List<Cited> cited, List<Sources> sources, DossierWords words) {
        if (!cited.isEmpty()) {
            sources.add(new Sources(words.text(heading), marks(cited, words)));
        }
    }

    private static Row row(Entry entry, Assertion said, DossierWords words) {
        return new Row(
                words.member(said.member()),
                words.value(entry.kind(), said.member(), said.value()),
                words.text("standing-" + said.standing()),
                marks(said.sources(), words));
    }

    private static List<Mark> marks(List<Cited> cited, DossierWords words) {
        return cited.stream()
                .map(each -> new Mark(each.citation(), mark(each, words)))
                .toList();
    }

    private static String mark(Cited cited, DossierWords words) {
        return Stream.of(
                        words.code("source-support", cited.support()),
                        cited.date(),
                        cited.grade() == null ? null : words.code("information-grade", cited.grade()),
                        cited.channelGrade() == null ? null : words.code("channel-grade", cited.channelGrade()),
                        cited.note() == null ? null : words.code("source-note", cited.note()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static Moment moment(Timeline.Entry entry, DossierWords words) {
        String what = Stream.of(
                        words.name(entry.id().toString()),
                        entry.uncertain() ? words.text("uncertain") : null,
                        entry.approximate() ? words.text("approximate") : null,
                        entry.dateOf() == null
                                ? null
                                : words.text("date-of") + " "
                                        + words.name(entry.dateOf().toString()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Moment(entry.date(), what);
    }

    private static Line line(Dossier.Citation citation, DossierWords words) {
        List<String> lines = new ArrayList<>();
        if (citation.disposed() != null) {
            lines.add(words.disposed(citation.disposed()));
        }
        if (citation.kind() != null) {
            String kind = words.code("item-kind", citation.kind());
            lines.add(citation.title() == null ? kind : kind + ": " + citation.title());
        }
        lines.add("item " + citation.item());
        if (citation.date() != null) {
            lines.add(words.text("made") + ": " + citation.date());
        }
        if (citation.received() != null) {
            lines.add(words.text("received") + ": " + citation.received());
        }
        if (citation.sha256() != null) {
            lines.add(words.text("digest") + ": " + citation.sha256());
        }
        if (citation.terms() != null && !citation.terms().conditions().isEmpty()) {
            lines.add(words.text("conditions") + ": "
                    + String.join("; ", citation.terms().conditions()));
        }
        Dossier.Authenticity held = citation.authenticity();
        if (held != null && !held.conclusions().isEmpty()) {
            String conclusions = held.conclusions().stream()
                    .map(code -> words.code("authenticity-conclusion", code))
                    .collect(Collectors.joining(", "));
            lines.add(words.text("authenticity") + ": " + conclusions
                    + (held.contested() ? " – " + words.text("contested") : ""));
        }
        return new Line(citation.number(), citation.text(), lines);
    }
}
