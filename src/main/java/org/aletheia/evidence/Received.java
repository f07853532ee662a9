package org.aletheia.evidence;

/**
 * What became of an upload.
 *
 * @param fresh false where the same bytes had come before and this is the answer of that time
 */
public record Received(EvidenceItem item, boolean fresh) {}
