package org.aletheia.reparations.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.Checks;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.reparations.rules.RulesDraft.CategoryDraft;
import org.aletheia.reparations.rules.RulesDraft.NeverAskedDraft;
import org.aletheia.reparations.rules.RulesDraft.RequirementDraft;
import org.aletheia.reparations.rules.SufficiencyRules.Category;
import org.aletheia.reparations.rules.SufficiencyRules.NeverAsked;
import org.aletheia.reparations.rules.SufficiencyRules.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that is wrong with rules of sufficiency, and makes them of what was given. What no rule may ask of a survivor
 * stands in {@link NeverAskedCheck}. Not thread-safe.
 */
public final class SufficiencyCheck {
    private static final String ANY = "*";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,39}(?:-[a-z0-9]{1,40}){0,8}");
    private static final Set<String> WAYS = Set.of("narrative", "losses", "valued");
    private static final Map<String, String> LISTS = Map.of("proof:", "claim-proof", "check:", "claim-check");
    private static final List<String> WAY_FORMS =
            List.of("narrative", "losses", "valued", "check:<claim-check>", "proof:<claim-proof>");
    private static final int MAX_VERSION = 64;
    private static final int MAX_SOURCE = 500;
    private static final int MAX_TEXT = 1000;
    private static final int MAX_ROWS = 1000;

    private final CodeLists lists;
    private final Checks checks;
    private final Set<String> ids = new LinkedHashSet<>();

    public SufficiencyCheck(CodeLists lists, Checks checks) {
        this.lists = lists;
        this.checks = checks;
    }

    /**
     * The rules.
     *
     * @param used versions that earlier editions have
     * @param shipped the rules of the release, whose protection no edition takes away
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with all findings
     */
    public SufficiencyRules check(RulesDraft draft, Set<String> used, SufficiencyRules shipped, EntryRules entry) {
        String version = checks.text("/version", checks.required("/version", draft.version()), MAX_VERSION);
        require(version == null || !used.contains(version), "/version", "version-used");
        String source = checks.text("/source", checks.required("/source", draft.source()), MAX_SOURCE);
        List<Requirement> requirements = rows("/requirements", draft.requirements(), this::requirement);
        List<Category> categories = rows("/categories", draft.categories(), this::category);
        categoriesStand(draft.categories());
        List<NeverAsked> never =
                draft.neverAsked() == null ? List.of() : rows("/neverAsked", draft.neverAsked(), this::neverAsked);
        new NeverAskedCheck(checks.findings(), requirements, never).check(shipped.neverAsked());
        checks.throwIfAny();
        SufficiencyRules rules =
                new SufficiencyRules(Checks.sure(version), Checks.sure(source), requirements, categories, never);
        NeverAskedCheck.ofCategories(rules, entry, checks.findings());
        checks.throwIfAny();
        return rules;
    }

    private @Nullable Requirement requirement(String at, RequirementDraft given) {
        String id = checks.required(at + "/id", given.id());
        boolean formed = require(id == null || ID.matcher(id).matches(), at + "/id", "code-form");
        if (id != null && formed) {
            require(ids.add(id), at + "/id", "repeated");
        }
        List<String> ways = rows(at + "/anyOf", given.anyOf(), this::way);
        Map<String, String> texts = texts(at + "/texts", given.texts());
        return id == null ? null : new Requirement(id, ways, texts);
    }

    private String way(String at, String way) {
        String prefix = way.substring(0, way.indexOf(':') + 1);
        String list = LISTS.get(prefix);
        if (list != null) {
            lists.check(list, way.substring(prefix.length()), at, checks.findings());
        } else {
            checks.findings().require(WAYS.contains(way), at, "way-unknown", Map.of("allowed", WAY_FORMS));
        }
        return way;
    }

    private Map<String, String> texts(String at, @Nullable Map<String, @Nullable String> given) {
        Map<String, @Nullable String> said = Objects.requireNonNullElse(given, Map.of());
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : AnswerTexts.LANGUAGES) {
            String text = said.get(language);
            require(text != null, at + "/" + language, "text-missing");
            String fit = checks.text(at + "/" + language, text, MAX_TEXT);
            if (fit != null) {
                texts.put(language, fit);
            }
        }
        Set<String> others = new TreeSet<>(said.keySet());
        others.removeAll(AnswerTexts.LANGUAGES);
        checks.findings().require(others.isEmpty(), at, "language-unknown", Map.of("allowed", AnswerTexts.LANGUAGES));
        return texts;
    }

    private @Nullable Category category(String at, CategoryDraft given) {
        String list = checks.required(at + "/list", given.list());
        String code = checks.required(at + "/code", given.code());
        List<String> needs = rows(at + "/needs", given.needs(), (pointer, id) -> {
            checks.findings().require(ids.contains(id), pointer, "requirement-unknown", Map.of("allowed", ids));
            return id;
        });
        if (list == null || code == null) {
            return null;
        }
        if (!list.equals(ANY)) {
            boolean known = require(lists.find(list).isPresent(), at + "/list", "list-unknown");
            boolean begins = !known
                    || lists.find(list).orElseThrow().codes().stream()
                            .anyMatch(row -> row.code().startsWith(code));
            require(begins && !code.isEmpty(), at + "/code", "category-unknown");
        }
        return new Category(list, code, needs);
    }

    /** The first is the rule for all, and no rule stands twice. */
    private void categoriesStand(@Nullable List<@Nullable CategoryDraft> given) {
        Set<String> seen = new HashSet<>();
        List<@Nullable CategoryDraft> rows = Objects.requireNonNullElse(given, List.of());
        for (int i = 0; i < rows.size() && i < MAX_ROWS; i++) {
            CategoryDraft row = rows.get(i);
            if (row != null) {
                String at = "/categories/" + i;
                boolean forAll = ANY.equals(row.list());
                require(forAll == (i == 0), at, "rule-for-all-first");
                require(!forAll || ANY.equals(row.code()), at + "/code", "rule-for-all-first");
                require(seen.add(row.list() + " " + row.code()), at, "repeated");
            }
        }
    }

    private @Nullable NeverAsked neverAsked(String at, NeverAskedDraft given) {
        String fact = checks.code("claim-fact", at + "/fact", checks.required(at + "/fact", given.fact()));
        List<String> proofs = rows(at + "/proofs", given.proofs(), (pointer, proof) -> {
            lists.check("claim-proof", proof, pointer, checks.findings());
            return proof;
        });
        return fact == null ? null : new NeverAsked(fact, proofs);
    }

    /** At least one row, each there. */
    private <D, T> List<T> rows(String at, @Nullable List<@Nullable D> given, BiFunction<String, D, @Nullable T> row) {
        List<T> found = new ArrayList<>();
        boolean some = require(given != null && !given.isEmpty(), at, "required");
        if (!some
                || given == null
                || !checks.findings().require(given.size() <= MAX_ROWS, at, "too-many", Map.of("max", MAX_ROWS))) {
            return found;
        }
        for (int i = 0; i < given.size(); i++) {
            D each = checks.required(at + "/" + i, given.get(i));
            T made = each == null ? null : row.apply(at + "/" + i, each);
            if (made != null) {
                found.add(made);
            }
        }
        return found;
    }

    private boolean require(boolean holds, String pointer, String code) {
        return checks.findings().require(holds, pointer, code);
    }
}
