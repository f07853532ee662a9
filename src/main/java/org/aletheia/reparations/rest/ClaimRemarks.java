package org.aletheia.reparations.rest;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.platform.http.Finding;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.reparations.proceedings.Step;
import org.aletheia.reparations.rules.ClaimRules;
import org.aletheia.reparations.rules.EntryChecks;
import org.jspecify.annotations.Nullable;

/** What is told beside a claim: which steps are possible, and warnings of usual errors, which never block. */
@Singleton
class ClaimRemarks {
    private final EntryChecks checks;
    private final AnswerTexts texts = AnswerTexts.load("claim");

    ClaimRemarks(ClaimRules rules) {
        this.checks = new EntryChecks(rules.entry());
    }

    Map<String, Object> of(ReparationClaim claim, @Nullable String acceptLanguage) {
        String language = AnswerTexts.language(acceptLanguage);
        List<Map<String, Object>> warnings = checks.of(claim).stream()
                .map(warning -> warning(warning, language))
                .toList();
        return Map.of("possible", Step.possible(claim.status()), "warnings", warnings);
    }

    private Map<String, Object> warning(Finding warning, String language) {
        Map<String, Object> members = new LinkedHashMap<>(warning.params());
        members.put("pointer", warning.pointer());
        members.put("code", warning.code());
        members.put("explanation", texts.text(language, "warning." + warning.code()));
        return members;
    }
}
