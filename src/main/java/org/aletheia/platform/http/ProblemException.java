package org.aletheia.platform.http;

import java.util.List;
import java.util.Map;

/**
 * A failure with a name, thrown anywhere below a resource and rendered by the problem mapper.
 *
 * <p>{@link #params()} become members of the problem body and fill the {@code {name}} places of its detail: they may
 * hold limits, codes and digests, never personal data.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> params;
    private final transient List<Finding> findings;

    public ProblemException(ProblemType type, Map<String, Object> params, List<Finding> findings) {
        super(type.code());
        this.type = type;
        this.params = Map.copyOf(params);
        this.findings = List.copyOf(findings);
    }

    public ProblemException(ProblemType type, Map<String, Object> params) {
        this(type, params, List.of());
    }

    public ProblemException(ProblemType type) {
        this(type, Map.of(), List.of());
    }

    /** As {@link #ProblemException(ProblemType, Map)}, keeping the cause for the log; callers never see it. */
    public ProblemException(ProblemType type, Map<String, Object> params, Throwable cause) {
        this(type, params, List.of());
        initCause(cause);
    }

    /** What failed. */
    public ProblemType type() {
        return type;
    }

    /** Whether it says that what was asked for is not there for the caller, or not any more. */
    public boolean tellsAbsence() {
        return type == ProblemType.NOT_FOUND || type == ProblemType.DISPOSED_OF;
    }

    /** Values for the detail text and extension members of the body. */
    public Map<String, Object> params() {
        return params;
    }

    /** All that is wrong with the request; empty unless it is a matter of form. */
    public List<Finding> findings() {
        return findings;
    }
}
