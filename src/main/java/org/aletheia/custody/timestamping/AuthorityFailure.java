package org.aletheia.custody.timestamping;

/** An authority did not give a timestamp that can be believed. The message says why, for the operator. */
final class AuthorityFailure extends Exception {
    private static final long serialVersionUID = 1L;

    AuthorityFailure(String why) {
        super(why);
    }
}
