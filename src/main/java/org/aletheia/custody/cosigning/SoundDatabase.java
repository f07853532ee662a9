package org.aletheia.custody.cosigning;

/** Tells whether this server's database is known not to have been set back: what it remembers is relied on only then. */
@FunctionalInterface
public interface SoundDatabase {
    /** False also where that could not be found out yet. */
    boolean isSound();
}
