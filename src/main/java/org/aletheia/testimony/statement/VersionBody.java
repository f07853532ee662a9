package org.aletheia.testimony.statement;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/**
 * A version of a statement as callers write it.
 *
 * @param form code of {@code statement-version}
 * @param of number of the version that it renders or corrects; not for the original
 * @param item that holds the words, marked as one that may identify a protected person
 * @param translation code of {@code translation-kind}; for translations, and required there
 * @param translator required for a sworn translation, refused for a machine's
 * @param corrections codes of {@code statement-correction}; for corrections, and required there
 * @param date EDTF
 */
public record VersionBody(
        @Nullable String form,
        @Nullable Integer of,
        @Nullable String language,
        @Nullable String item,
        @Nullable String translation,
        @Nullable AgentBody translator,
        @Nullable List<String> corrections,
        @Nullable String date) {
    /** A version says nothing of who may see the statement. */
    static final ProtectionBody AS_BEFORE = new ProtectionBody() {
        @Override
        public @Nullable String classification() {
            return null;
        }

        @Override
        public @Nullable List<String> compartments() {
            return null;
        }
    };

    StatementVersion check(Checks checks, TestimonyChecks testimony, Statement statement) {
        List<StatementVersion> before = statement.versions();
        String what = checks.code("statement-version", "/form", checks.required("/form", form));
        LanguageTag in = checks.language("/language", checks.required("/language", language));
        UUID words = testimony.words("/item", checks.required("/item", item), checks);
        if (words != null && statement.kind().equals(Statement.CLAIM_NARRATIVE)) {
            testimony.narrative("/item", item, checks);
        }
        String kind = checks.code("translation-kind", "/translation", translation);
        Agent by = testimony.agent("/translator", translator, checks);
        List<String> corrected = checks.codes("statement-correction", "/corrections", corrections);
        UncertainDate when = checks.date("/date", date);
        if (what != null) {
            origin(what, in, checks, before);
            translation(what, kind, checks);
            correction(what, checks);
        }
        checks.throwIfAny();
        int number = before.size() + 1;
        return new StatementVersion(number, sure(what), of, sure(in), sure(words), kind, by, corrected, when);
    }

    private void origin(String what, @Nullable LanguageTag in, Checks checks, List<StatementVersion> before) {
        boolean original = what.equals(StatementVersion.ORIGINAL);
        boolean given = before.stream().anyMatch(each -> each.form().equals(StatementVersion.ORIGINAL));
        checks.findings().require(!original || !given, "/form", "original-exists");
        checks.findings().require(!original || of == null, "/of", "not-of-form");
        checks.findings().require(original || of != null, "/of", "required");
        if (original || of == null) {
            return;
        }
        Optional<StatementVersion> source =
                before.stream().filter(each -> each.number() == of).findFirst();
        checks.findings().require(source.isPresent(), "/of", "version-unknown");
        boolean same = source.filter(each -> each.language().equals(in)).isPresent();
        checks.findings().require(!what.equals(StatementVersion.TRANSLATION) || !same, "/language", "language-same");
    }

    private void translation(String what, @Nullable String kind, Checks checks) {
        boolean translates = what.equals(StatementVersion.TRANSLATION);
        checks.findings().require(!translates || translation != null, "/translation", "required");
        checks.findings().require(translates || translation == null, "/translation", "not-of-form");
        checks.findings().require(translates || translator == null, "/translator", "not-of-form");
        checks.findings().require(!"sworn".equals(kind) || translator != null, "/translator", "translator-required");
        checks.findings()
                .require(!"machine".equals(kind) || translator == null, "/translator", "translator-of-machine");
    }

    private void correction(String what, Checks checks) {
        boolean corrects = what.equals(StatementVersion.CORRECTION);
        boolean said = corrections != null && !corrections.isEmpty();
        checks.findings().require(!corrects || said, "/corrections", "required");
        checks.findings().require(corrects || !said, "/corrections", "not-of-form");
    }
}
