package org.aletheia.testimony.consent.rest;

import java.util.UUID;
import org.aletheia.access.MemberOrganisations;
import org.aletheia.codelists.CodeLists;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testimony.consent.ScopeName;
import org.aletheia.testimony.consent.Scopes;

/** Texts of sheets, labels of codes and names of bodies, in one language. */
record SheetWords(AnswerTexts texts, CodeLists lists, MemberOrganisations organisations, String language) {
    private static final String ENGLISH = "en";

    String text(String key) {
        return texts.text(language, key);
    }

    /** Of a code; in English where the list has no other, the code itself where the list does not have it. */
    String label(String list, String code) {
        return lists.find(list)
                .flatMap(rows -> rows.find(code))
                .map(row -> row.labels().getOrDefault(language, row.labels().getOrDefault(ENGLISH, code)))
                .orElse(code);
    }

    String scope(ScopeName name) {
        String what = label(Scopes.LIST, name.scope());
        return name.country() == null
                ? what
                : what + ": " + label("country", name.country().value());
    }

    String body(UUID organisation) {
        return organisations.get(organisation).name();
    }
}
