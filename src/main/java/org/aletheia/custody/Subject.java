package org.aletheia.custody;

import java.util.UUID;

/**
 * A record that an event tells of.
 *
 * @param kind code of the record's kind, lower-case words with hyphens
 * @param id of the record
 */
public record Subject(String kind, UUID id) {}
