package org.aletheia.cases.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aletheia.cases.CaseElement;
import org.aletheia.cases.CaseElements;
import org.aletheia.cases.CaseFile;
import org.aletheia.cases.Charge;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * An element of a crime as callers write it: by code, or in words where no list has it.
 *
 * @param charge id of a charge of the case; never changes
 * @param code of {@code icc-element}
 * @param elementKind code of {@code element-kind}; may be left out where the list tells it
 * @param text in words
 * @param language BCP 47, of the text
 * @param standard code of {@code standard-of-proof}
 * @param state code of {@code element-state}
 */
record CaseElementBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String charge,
        @Nullable String code,
        @Nullable String elementKind,
        @Nullable String text,
        @Nullable String language,
        @Nullable String standard,
        @Nullable String state)
        implements ProtectionBody {
    private static final int MAX_TEXT = 500;
    private static final Pattern PLACE = Pattern.compile("charge:([1-9][0-9]{0,2})");

    /** The same where {@code charge:1} told the first charge of the case, whose id its author cannot know yet. */
    CaseElementBody placed(CaseFile file) {
        Matcher place = PLACE.matcher(charge == null ? "" : charge);
        if (!place.matches()
                || Integer.parseInt(place.group(1)) > file.charges().size()) {
            return this;
        }
        Charge meant = file.charges().get(Integer.parseInt(place.group(1)) - 1);
        return new CaseElementBody(
                classification,
                compartments,
                meant.id().toString(),
                code,
                elementKind,
                text,
                language,
                standard,
                state);
    }

    CaseElement create(Checks checks, UUID caseId, CaseFile file, UUID author, CaseElements elements) {
        UUID of = checks.id("/charge", checks.required("/charge", charge));
        boolean known = of == null || file.charge(of).isPresent();
        checks.findings().require(known, "/charge", "charge-unknown");
        return check(checks, caseId, of, List.of(author), elements);
    }

    CaseElement revise(Checks checks, CaseElement before, List<UUID> authors, CaseElements elements) {
        boolean same = charge == null || charge.equalsIgnoreCase(before.charge().toString());
        checks.findings().require(same, "/charge", "charge-fixed");
        return check(checks, before.caseFile(), before.charge(), authors, elements);
    }

    private CaseElement check(
            Checks checks, UUID caseId, @Nullable UUID of, List<UUID> authors, CaseElements elements) {
        String named = checks.code(CaseElements.LIST, "/code", code);
        String which =
                kind(checks, named == null ? null : elements.kindOf(named).orElse(null));
        String words = checks.text("/text", text, MAX_TEXT);
        checks.findings().require((code == null) != (text == null), "/text", "code-or-text");
        LanguageTag written =
                checks.language("/language", text == null ? language : checks.required("/language", language));
        String measure = checks.code("standard-of-proof", "/standard", checks.required("/standard", standard));
        String found = checks.code("element-state", "/state", checks.required("/state", state));
        checks.throwIfAny();
        return new CaseElement(
                caseId, sure(of), named, sure(which), words, written, sure(measure), sure(found), authors, null, null);
    }

    private @Nullable String kind(Checks checks, @Nullable String listed) {
        if (elementKind == null && listed != null) {
            return listed;
        }
        String said = checks.code("element-kind", "/elementKind", checks.required("/elementKind", elementKind));
        checks.findings()
                .require(said == null || listed == null || said.equals(listed), "/elementKind", "kind-differs");
        return said;
    }
}
