package org.aletheia.platform.signing;

/** A signing key cannot be used at this time; nothing was signed. */
public final class SignerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message which key and what to do; never key material */
    public SignerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
