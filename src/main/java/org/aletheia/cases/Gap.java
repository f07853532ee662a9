package org.aletheia.cases;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is missing or in doubt in an element matrix.
 *
 * @param charge of the case
 * @param element null where the charge as a whole is meant
 * @param code see {@link Gaps}
 * @param kind of element that is missing, code of {@code element-kind}
 */
@Schema(name = "CaseGap")
public record Gap(
        UUID charge,
        @Nullable UUID element,
        String code,
        @Nullable String kind) {}
