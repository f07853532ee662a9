package org.aletheia.evidence.rendition.passage;

/**
 * Part of a text that may identify somebody.
 *
 * @param kind code of {@code passage-kind}
 * @param start of its first character, counted in Unicode code points from 0
 * @param end behind its last character
 */
public record Passage(String kind, int start, int end) {}
