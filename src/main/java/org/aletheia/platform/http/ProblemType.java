package org.aletheia.platform.http;

import java.util.Locale;

/**
 * Every failure that the API names: one code, one HTTP status, one type URI ({@code /problems/<code>}). Titles and
 * details are in {@code problems_<language>.properties}; codes never change once released.
 */
public enum ProblemType {
    // request form
    INVALID_REQUEST(400),
    MALFORMED_JSON(400),
    UNKNOWN_PROPERTY(400),
    CURSOR_INVALID(400),
    CURSOR_EXPIRED(410),
    DIGEST_MALFORMED(400),
    DIGEST_MISMATCH(422),
    LENGTH_REQUIRED(411),
    LENGTH_MISMATCH(400),
    MULTIPART_MALFORMED(400),
    UPLOAD_INTERRUPTED(400),
    RANGE_NOT_SATISFIABLE(416),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),
    TOO_MANY_REQUESTS(429),

    // who calls and what they may see
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_ENROLLED(403),
    SECOND_PERSON_REQUIRED(403),
    STRONG_AUTHENTICATION_REQUIRED(403),
    APPROVAL_REQUIRED(403),
    ORGANISATION_FROZEN(403),
    NOT_FOUND(404),
    DISPOSED_OF(410),
    IDENTITY_ERASED(410),
    BOOTSTRAP_REFUSED(403),

    // state of the record
    CONFLICT(409),
    STATE_REFUSED(409),
    CUSTODY_REFUSED(409),
    GUIDANCE_REQUIRED(409),
    DISCLOSURE_INCOMPLETE(409),
    DISPOSAL_REFUSED(409),
    ERASURE_REFUSED(409),
    CUSTODIANS_REQUIRED(409),
    PRECONDITION_REQUIRED(428),
    PRECONDITION_FAILED(412),
    IDEMPOTENCY_MISMATCH(422),
    IDEMPOTENCY_IN_PROGRESS(409),
    DEPOSIT_EXPIRED(410),
    DEPOSIT_CLOSED(409),
    ACKNOWLEDGEMENT_REQUIRED(409),
    PROOF_PENDING(409),

    // the server and what it stands on
    STORAGE_UNAVAILABLE(503),
    SEARCH_UNAVAILABLE(503),
    DATABASE_UNAVAILABLE(503),
    IDENTITY_PROVIDER_UNAVAILABLE(503),
    INTERNAL(500);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The stable kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The type URI reference of RFC 9457 §3.1.1, resolved against the server's root. */
    public String type() {
        return "/problems/" + code();
    }
}
