package org.aletheia.testimony.vault;

/** An identity as it is shown, with the mark that goes with it. */
public record Revealed(Identity identity, Watermark watermark) {}
