package org.aletheia.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a witness list.
 *
 * @param kind person or victim
 * @param pseudonym absent where the reader may not see that record
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WitnessLine(String kind, UUID id, @Nullable String pseudonym) {}
