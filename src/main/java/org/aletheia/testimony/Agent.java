package org.aletheia.testimony;

import org.jspecify.annotations.Nullable;

/**
 * Who did something with a statement or for a person's safety: an interviewer, an interpreter, a translator. Never a name.
 *
 * @param person a record under a pseudonym
 * @param reference a pseudonym of the form {@code V-7K3M9-QXD2F} or {@code I-12}
 */
public record Agent(@Nullable PersonRef person, @Nullable String reference) {}
