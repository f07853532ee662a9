package org.aletheia.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Collects all that is wrong with one request, so that the caller hears it at once. Not thread-safe. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** Adds a finding. */
    public Findings add(String pointer, String code, Map<String, Object> params) {
        found.add(new Finding(pointer, code, params));
        return this;
    }

    /** Adds a finding without values. */
    public Findings add(String pointer, String code) {
        return add(pointer, code, Map.of());
    }

    /** Adds the finding unless {@code condition} holds; returns the condition. */
    public boolean require(boolean condition, String pointer, String code, Map<String, Object> params) {
        if (!condition) {
            add(pointer, code, params);
        }
        return condition;
    }

    /** As {@link #require(boolean, String, String, Map)} without values. */
    public boolean require(boolean condition, String pointer, String code) {
        return require(condition, pointer, code, Map.of());
    }

    /**
     * Evaluates {@code parser}; a {@link MalformedValueException} becomes a finding with the exception's reason as its
     * code.
     *
     * @return the value, or null when it was malformed
     */
    public <T> @Nullable T parse(String pointer, Parser<T> parser) {
        try {
            return parser.parse();
        } catch (MalformedValueException e) {
            add(pointer, e.reason());
            return null;
        }
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in order. */
    public List<Finding> list() {
        return List.copyOf(found);
    }

    /**
     * Ends the validation.
     *
     * @throws ProblemException {@link ProblemType#INVALID_REQUEST} with all findings
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, Map.of(), list());
        }
    }

    /** Makes a value of a string from outside. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse();
    }
}
