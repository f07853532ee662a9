package org.aletheia.evidence.bulk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation calls a record of its own. It is kept outside the vault and seen by all of the organisation: so it
 * has the form of a code and must not be made of a name.
 *
 * @param kind of line that made it, see {@link BulkKind}
 */
public record ExternalId(String kind, String text) {
    /** Before an external id where the id of a record could stand. */
    static final String PREFIX = "ext:";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The external id that a text refers to; empty where it is no such reference. */
    static Optional<String> referredTo(@Nullable String text) {
        return text != null && text.startsWith(PREFIX)
                ? Optional.of(text.substring(PREFIX.length()))
                : Optional.empty();
    }
}
