package org.aletheia.cases;

import java.util.UUID;
import org.aletheia.kernel.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * What is missing or in doubt in an element matrix.
 *
 * @param charge of the case
 * @param element null where nobody has written one
 * @param code see {@link Gaps}
 * @param kind of the element, code of {@code element-kind}; null where the charge as a whole is meant
 * @param listed code of {@code icc-element}; null where the element is in words
 * @param text the element in words, where no list has it
 * @param language of the text
 */
public record Gap(
        UUID charge,
        @Nullable UUID element,
        String code,
        @Nullable String kind,
        @Nullable String listed,
        @Nullable String text,
        @Nullable LanguageTag language) {

    /** Of a charge as a whole. */
    static Gap of(UUID charge, String code, @Nullable String kind) {
        return new Gap(charge, null, code, kind, null, null, null);
    }

    /** That an element which the lists have is not in the matrix. */
    static Gap missing(UUID charge, ExpectedElements.Expected element) {
        return new Gap(charge, null, "no-cell", element.kind(), element.code(), null, null);
    }

    /** Of an element of the matrix. */
    static Gap of(Gaps.Row row, String code) {
        CaseElement element = row.element();
        return new Gap(
                element.charge(),
                row.id(),
                code,
                element.elementKind(),
                element.code(),
                element.text(),
                element.language());
    }
}
