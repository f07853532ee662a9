package org.aletheia.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * The instants that an EDTF date can mean, both ends inclusive.
 *
 * @param earliest left out where the start is open or unknown
 * @param latest left out where the end is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DateBounds(
        String edtf, @Nullable Instant earliest, @Nullable Instant latest) {
    /** The bounds of a date. */
    public static DateBounds of(UncertainDate date) {
        return new DateBounds(
                date.edtf(), date.earliest().orElse(null), date.latest().orElse(null));
    }
}
