package org.aletheia.local.stack.process;

/** What asks a child for an orderly end. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: TERM would wait for its clients. */
    INT
}
