package org.aletheia.evidence.rendition;

/**
 * What became of bytes that were sent.
 *
 * @param fresh whether these bytes made it; else the same had come before
 */
public record ReceivedRendition(Rendition rendition, boolean fresh) {}
