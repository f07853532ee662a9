package org.aletheia.access.approval;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a request for a decision of two stands. */
public enum ApprovalState {
    REQUESTED,
    /** By another member; what was asked is done, or may be done once by whoever asked. */
    APPROVED,
    /** By another member. */
    REFUSED,
    /** By the member who asked. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED;

    /** The lower-case code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
