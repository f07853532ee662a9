package org.aletheia.cases;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One element of the crime of one charge, and how far it is supported under a standard: a row of the element matrix. What
 * supports, contradicts or bears on it are its sources. It is never proven: that is for a court.
 *
 * @param charge of the case file
 * @param code of {@code icc-element}; null where the element is in words
 * @param elementKind code of {@code element-kind}
 * @param text the element in words, where no list has it
 * @param language of the text
 * @param standard code of {@code standard-of-proof}
 * @param state code of {@code element-state}
 * @param authors members who wrote it since it was last reviewed
 * @param reviewer a member who did not, and came to the same state; null where nobody has since
 * @param reviewedAt when, RFC 3339
 */
public record CaseElement(
        UUID caseFile,
        UUID charge,
        @Nullable String code,
        String elementKind,
        @Nullable String text,
        @Nullable LanguageTag language,
        String standard,
        String state,
        List<UUID> authors,
        @Nullable UUID reviewer,
        @Nullable String reviewedAt)
        implements CasePart {
    public CaseElement {
        authors = List.copyOf(authors);
    }

    /** What it is, in codes and words; only those who read the case find it. */
    @Override
    public void describe(Projection.Builder search) {
        search.title(text)
                .languages(language == null ? List.of() : List.of(language))
                .codes(new SearchCodes()
                        .add("icc-element", code)
                        .add("element-kind", elementKind)
                        .add("standard-of-proof", standard)
                        .add("element-state", state)
                        .list());
    }

    /** The same as reviewed; who wrote it before is answered for by the review. */
    CaseElement reviewed(UUID by, String at) {
        return new CaseElement(caseFile, charge, code, elementKind, text, language, standard, state, authors, by, at);
    }
}
