package org.aletheia.evidence.anonymous;

/** What came of taking back. */
public enum TakenBack {
    /** All of it is gone. */
    GONE,
    /** What became items is closed until the organisation opens it; the rest is gone. */
    CLOSED,
    /** There was nothing to take back any more. */
    NOTHING
}
