package org.aletheia.testimony;

import java.util.UUID;
import org.aletheia.access.RecordKind;

/**
 * Somebody under a pseudonym, whose name the identity vault may hold.
 *
 * @param kind victim or person
 * @param id of the record
 */
public record PersonRef(RecordKind kind, UUID id) {}
