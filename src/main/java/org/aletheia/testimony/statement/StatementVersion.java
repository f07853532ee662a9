package org.aletheia.testimony.statement;

import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.Agent;
import org.jspecify.annotations.Nullable;

/**
 * What the person said, in one language and form; the words are in the item. A correction stands beside what it corrects.
 *
 * @param number from 1, in the order in which they came in
 * @param form code of {@code statement-version}
 * @param of number of the version that it renders or corrects; null for what was given first
 * @param item that holds the words
 * @param translation code of {@code translation-kind}, of translations
 * @param translator of translations not made by a machine alone
 * @param corrections what the person corrected, codes of {@code statement-correction}, of corrections
 * @param date when it was made
 */
public record StatementVersion(
        int number,
        String form,
        @Nullable Integer of,
        LanguageTag language,
        UUID item,
        @Nullable String translation,
        @Nullable Agent translator,
        List<String> corrections,
        @Nullable UncertainDate date) {
    /** What was given, in the words in which it was given. */
    static final String ORIGINAL = "original";

    static final String TRANSLATION = "translation";

    static final String CORRECTION = "correction";

    public StatementVersion {
        corrections = List.copyOf(corrections);
    }
}
