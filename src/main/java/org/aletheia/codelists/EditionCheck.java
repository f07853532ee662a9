package org.aletheia.codelists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.codelists.EditionTexts.Place;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with an edition, given the list as it is. Not thread-safe. */
final class EditionCheck {
    private static final Pattern LIST_ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[!-~]{1,128}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> KINDS = Set.of(CodeList.LEGAL_FRAMEWORK);
    private static final String ENGLISH = "en";
    private static final int MAX_ID = 64;
    private static final int MAX_VERSION = 64;
    private static final int MAX_TEXT = 500;
    private static final int MAX_NAMES = 50;
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_DEPTH = 20;
    private static final int SUGGESTIONS = 3;

    private final @Nullable CodeList held;
    private final ListEdition edition;
    private final List<Integer> lines;
    private final Findings findings;
    private final EditionTexts texts;
    private final Map<String, CodeEntry> rows = new HashMap<>();
    private final Map<String, @Nullable String> parents = new LinkedHashMap<>();
    private final Map<String, Place> given = new HashMap<>();

    private EditionCheck(@Nullable CodeList held, ListEdition.Given given, Findings findings) {
        this.held = held;
        this.edition = given.edition();
        this.lines = given.lines();
        this.findings = findings;
        this.texts = new EditionTexts(findings);
        if (held != null) {
            held.codes().forEach(row -> rows.put(row.code(), row));
            held.codes().forEach(row -> parents.put(row.code(), row.parent()));
        }
    }

    /** Adds what is wrong with an edition of the list {@code id}, which is {@code held} now. */
    static void check(String id, @Nullable CodeList held, ListEdition.Given given, Findings findings) {
        findings.require(id.length() <= MAX_ID && LIST_ID.matcher(id).matches(), "", "list-id");
        new EditionCheck(held, given, findings).check();
    }

    private void check() {
        list();
        List<ListEdition.@Nullable Row> codes = Objects.requireNonNullElse(edition.codes(), List.of());
        if (!texts.require(codes.size() <= MAX_ROWS, new Place("/codes", 0), "too-many", Map.of("max", MAX_ROWS))) {
            return;
        }
        for (int i = 0; i < codes.size(); i++) {
            Place at = new Place("/codes/" + i, i < lines.size() ? lines.get(i) : 0);
            ListEdition.Row row = codes.get(i);
            if (texts.require(row != null, at, "required", Map.of()) && row != null) {
                row(at, row);
            }
        }
        given.forEach(this::parentKnown);
        parents.keySet().forEach(this::place);
    }

    private void list() {
        Place body = new Place("", 0);
        boolean empty = edition.version() == null
                && edition.source() == null
                && edition.kind() == null
                && edition.labels() == null
                && EditionFold.rows(edition).isEmpty();
        texts.require(!empty, body, "edition-empty", Map.of());
        needed(body.at("version"), edition.version(), MAX_VERSION);
        needed(body.at("source"), edition.source(), MAX_TEXT);
        texts.require(
                edition.kind() == null || edition.kind().equals(ListEdition.CLEAR) || KINDS.contains(edition.kind()),
                body.at("kind"),
                "kind-unknown",
                Map.of("allowed", KINDS));
        labels(body.at("labels"), edition.labels(), held == null ? Map.of() : held.labels());
    }

    /** What a list cannot be without: a new one must be given it, and nobody takes it away. */
    private void needed(Place at, @Nullable String text, int max) {
        texts.require(held != null || text != null, at, "required", Map.of());
        texts.require(!ListEdition.CLEAR.equals(text), at, "required", Map.of());
        texts.line(at, text, max);
    }

    private void row(Place at, ListEdition.Row row) {
        String code = code(at.at("code"), row.code());
        CodeEntry before = code == null ? null : rows.get(code);
        texts.line(at.at("source"), row.source(), MAX_TEXT);
        texts.require(
                row.status() == null || CodeStatus.of(row.status()).isPresent(),
                at.at("status"),
                "status-unknown",
                Map.of("allowed", CodeStatus.codes()));
        labels(at.at("labels"), row.labels(), before == null ? Map.of() : before.labels());
        attributes(at.at("attributes"), row.attributes());
        dates(at, row, before);
        if (code != null) {
            parents.put(code, EditionFold.patched(row.parent(), before == null ? null : before.parent()));
        }
    }

    private @Nullable String code(Place at, @Nullable String code) {
        if (!texts.require(code != null, at, "required", Map.of()) || code == null) {
            return null;
        }
        boolean form = CODE.matcher(code).matches() && !code.equals(ListEdition.CLEAR) && padded(code);
        boolean once = texts.require(!given.containsKey(code), at, "repeated", Map.of());
        if (!texts.require(form, at, "code-form", Map.of()) || !once) {
            return null;
        }
        given.put(code, new Place(at.pointer().substring(0, at.pointer().lastIndexOf('/')), at.line()));
        return code;
    }

    private boolean padded(String code) {
        Integer digits = held == null ? null : held.paddedTo();
        return digits == null || code.matches("[0-9]{" + digits + "}");
    }

    private void labels(Place at, @Nullable Map<String, @Nullable String> labels, Map<String, String> before) {
        Map<String, @Nullable String> said = Objects.requireNonNullElse(labels, Map.of());
        texts.require(said.size() <= MAX_NAMES, at, "too-many", Map.of("max", MAX_NAMES));
        said.forEach((language, label) -> {
            texts.require(canonical(language), at.at(language), "language-tag", Map.of());
            texts.require(label != null, at.at(language), "required", Map.of());
            texts.line(at.at(language), label, MAX_TEXT);
        });
        boolean english =
                said.containsKey(ENGLISH) ? !ListEdition.CLEAR.equals(said.get(ENGLISH)) : before.containsKey(ENGLISH);
        texts.require(english, at.at(ENGLISH), "label-missing", Map.of());
    }

    private static boolean canonical(String language) {
        try {
            return new LanguageTag(language).value().equals(language);
        } catch (MalformedValueException e) {
            return false;
        }
    }

    private void attributes(Place at, @Nullable Map<String, @Nullable String> attributes) {
        Map<String, @Nullable String> said = Objects.requireNonNullElse(attributes, Map.of());
        texts.require(said.size() <= MAX_NAMES, at, "too-many", Map.of("max", MAX_NAMES));
        said.forEach((name, text) -> {
            texts.require(ATTRIBUTE.matcher(name).matches(), at.at(name), "attribute-name", Map.of());
            texts.require(text != null, at.at(name), "required", Map.of());
            texts.line(at.at(name), text, MAX_TEXT);
        });
    }

    private void dates(Place at, ListEdition.Row row, @Nullable CodeEntry before) {
        LocalDate from = day(at.at("validFrom"), row.validFrom(), before == null ? null : before.validFrom());
        LocalDate to = day(at.at("validTo"), row.validTo(), before == null ? null : before.validTo());
        texts.require(from == null || to == null || !from.isAfter(to), at.at("validTo"), "dates-reversed", Map.of());
    }

    private @Nullable LocalDate day(Place at, @Nullable String given, @Nullable LocalDate before) {
        if (given == null) {
            return before;
        }
        if (given.equals(ListEdition.CLEAR)) {
            return null;
        }
        if (DAY.matcher(given).matches()) {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeException e) {
                // No such day: told below, as every other text that is none.
            }
        }
        texts.require(false, at, "day-form", Map.of());
        return null;
    }

    private void parentKnown(String code, Place at) {
        String parent = parents.get(code);
        if (parent != null && !parents.containsKey(parent)) {
            List<String> nearest = held == null ? List.of() : NearestCodes.of(held, parent, SUGGESTIONS);
            texts.require(false, at.at("parent"), "parent-unknown", Map.of("suggestions", nearest));
        }
    }

    /** Rows that were not given can be too deep too, when one above them was moved. */
    private void place(String code) {
        Set<String> above = new HashSet<>();
        String at = parents.get(code);
        while (at != null && !at.equals(code) && above.add(at)) {
            at = parents.get(at);
        }
        Place row = given.get(code);
        Place where = row == null ? new Place("/codes", 0) : row.at("parent");
        if (code.equals(at)) {
            texts.require(row == null, where, "parent-cycle", Map.of());
        } else if (at == null) {
            texts.require(above.size() < MAX_DEPTH, where, "parent-deep", Map.of("max", MAX_DEPTH));
        }
    }
}
