package org.aletheia.transparency;

/** A proof does not show what it should. Holds the broken rule and both values. */
public final class ProofException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String expected;
    private final String actual;

    ProofException(Reason reason, Object expected, Object actual) {
        super(reason.code() + ": expected " + expected + ", found " + actual);
        this.reason = reason;
        this.expected = expected.toString();
        this.actual = actual.toString();
    }

    /** The rule that is broken. */
    public enum Reason {
        /** The leaf's index is not below the tree size. */
        INDEX_OUTSIDE_TREE("index-outside-tree"),
        /** The old tree is larger than the new one. */
        SIZES_REVERSED("sizes-reversed"),
        /** The path has fewer or more hashes than the index and size need. */
        PATH_LENGTH("path-length"),
        /** The path leads to another root. */
        ROOT_MISMATCH("root-mismatch"),
        /** The path leads to the new root, and from another old tree. */
        OLD_ROOT_MISMATCH("old-root-mismatch");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable code. */
        public String code() {
            return code;
        }
    }

    /** The broken rule. */
    public Reason reason() {
        return reason;
    }

    /** What should have been found. */
    public String expected() {
        return expected;
    }

    /** What was found. */
    public String actual() {
        return actual;
    }
}
