package org.aletheia.local.stack;

/** Something the person at the keyboard can mend: its message is shown without a stack trace and says how. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }
}
