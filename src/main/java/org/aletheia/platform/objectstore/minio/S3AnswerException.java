package org.aletheia.platform.objectstore.minio;

/** The store answered, and the answer is not success. */
final class S3AnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    S3AnswerException(int status, String code) {
        super("HTTP " + status + " " + code);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /** The S3 error code, for example {@code NoSuchKey}; empty where the answer has none. */
    String code() {
        return code;
    }

    boolean missing() {
        return status == 404;
    }

    /** Whether the store may succeed when asked again at once: overloaded or failing, not refusing. */
    boolean passing() {
        return status >= 500 && status != 501 || status == 429;
    }
}
