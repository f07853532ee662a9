package org.aletheia.cases.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a disclosure officer sees of an item that their body holds, whatever closes it.
 *
 * @param id of the item
 * @param registrationNumber absent while it is not registered
 * @param received day of receipt, UTC
 * @param provider kind of whom it comes from, code of {@code source-category}
 * @param restrictions codes of {@code restriction-ground}; empty where nothing restricts it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterEntry(
        UUID id, @Nullable String registrationNumber, LocalDate received, String provider, List<String> restrictions) {
    public RegisterEntry {
        restrictions = List.copyOf(restrictions);
    }
}
