package org.aletheia.cases.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.aletheia.cases.CaseElements;
import org.aletheia.cases.Gap;
import org.aletheia.codelists.CodeLists;
import org.aletheia.codelists.LabelChoice;
import org.aletheia.codelists.LabelChoice.Label;
import org.aletheia.platform.http.AnswerTexts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is missing or in doubt, for a reader.
 *
 * @param element absent where nobody has written one
 * @param explanation of the code, in the best of the six languages
 * @param kind code of {@code element-kind}
 * @param listed code of {@code icc-element}
 * @param label the element in the best language that its list has, or in the words of who wrote it
 */
@Schema(name = "CaseGap")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GapView(
        UUID charge,
        @Nullable UUID element,
        String code,
        String explanation,
        @Nullable String kind,
        @Nullable String listed,
        @Nullable Label label) {
    /** Words for gaps. */
    record Words(
            CodeLists lists, AnswerTexts texts, @Nullable String acceptLanguage) {
        GapView of(Gap gap) {
            String explanation = texts.text(AnswerTexts.language(acceptLanguage), "gap." + gap.code());
            return new GapView(
                    gap.charge(), gap.element(), gap.code(), explanation, gap.kind(), gap.listed(), label(gap));
        }

        private @Nullable Label label(Gap gap) {
            if (gap.text() != null && gap.language() != null) {
                return new Label(gap.language().value(), gap.text());
            }
            String code = gap.listed();
            return code == null
                    ? null
                    : LabelChoice.of(acceptLanguage)
                            .among(lists.find(CaseElements.LIST)
                                    .flatMap(list -> list.find(code))
                                    .map(row -> row.labels())
                                    .orElse(Map.of("en", code)));
        }
    }
}
