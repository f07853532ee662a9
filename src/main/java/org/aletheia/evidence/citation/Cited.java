package org.aletheia.evidence.citation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source in short.
 *
 * @param source id of the source
 * @param item the item cited
 * @param about JSON pointer to the member of the record that it is about; null for the record as a whole
 * @param support code of {@code source-support}
 */
public record Cited(UUID source, UUID item, @Nullable String about, String support) {}
