package org.aletheia.testimony.door;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a wish. */
public enum WishState {
    /** In force, and the organisation has not spoken with the person yet. */
    OPEN,
    /** The person said so again, by the way on which they can be reached safely: final. */
    CONFIRMED,
    /** The person said, by that way, that it ends. */
    LIFTED;

    /** The kebab-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
