package org.aletheia.evidence.record;

import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A code with the edition of its list, for fields where several frameworks stand side by side.
 *
 * @param date when somebody qualified it so, where that is known
 */
public record ListedCode(
        String list, String code, String version, @Nullable UncertainDate date) {}
