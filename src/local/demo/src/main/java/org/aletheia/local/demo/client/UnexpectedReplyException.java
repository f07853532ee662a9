package org.aletheia.local.demo.client;

/** The server answered otherwise than the demo relies on. */
public final class UnexpectedReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedReplyException(String request, int status, String body) {
        super(request + " answered " + status + ": " + body);
    }
}
