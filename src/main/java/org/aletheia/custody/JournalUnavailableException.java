package org.aletheia.custody;

/** The journal could not take an event in, so what it would have told of must not happen. Worth repeating later. */
public final class JournalUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
