package org.aletheia.platform.http;

/** What browsers are told to make of answers, should one ever show them. */
public final class AnswerPolicies {
    /** {@code Content-Security-Policy} of all that is no page: it runs, loads and frames nothing. */
    public static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** The same of a page to print, which has a style of its own, in a sandbox where no script runs. */
    public static final String PAGE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    /** The same of bytes that somebody else made. */
    public static final String CONTENT = "sandbox; " + NOTHING;
    /** {@code Strict-Transport-Security}: two years. Browsers heed it only where TLS brought it. */
    static final String TLS_ONLY = "max-age=63072000; includeSubDomains";

    private AnswerPolicies() {}
}
