package org.aletheia.reparations.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter that says what is missing.
 *
 * @param missing ids of requirements
 * @param deadline last day, ISO 8601
 * @param by who asked
 * @param cured who added what was missing; null while nobody has
 * @param rules whose requirements are meant; null in letters written before that was recorded
 */
public record Deficiency(
        List<String> missing,
        String deadline,
        By by,
        @Nullable By cured,
        @Nullable RulesEdition rules) {
    public Deficiency {
        missing = List.copyOf(missing);
    }
}
