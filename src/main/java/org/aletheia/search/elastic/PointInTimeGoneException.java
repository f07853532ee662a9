package org.aletheia.search.elastic;

/**
 * The point in time that a page was to be read from is closed: it expired, or its indexes were replaced or cannot be
 * reached. Whether a new one can be opened tells which.
 */
public final class PointInTimeGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PointInTimeGoneException() {
        super("point in time is closed");
    }
}
