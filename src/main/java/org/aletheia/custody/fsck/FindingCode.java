package org.aletheia.custody.fsck;

/** What can be found; stable, and each described in {@code docs/fsck.md}. Implemented by enums. */
public interface FindingCode {
    /** Lower-case words with hyphens; never changes its meaning. */
    String code();

    /** Whether something is not as it must be; otherwise it is worth knowing and decides nothing. */
    boolean fault();
}
