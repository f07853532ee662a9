package org.aletheia.custody.cosigning;

/** What was cosigned before is not known for sure, so that nothing is cosigned. Nothing was changed. */
public final class CosigningSuspendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CosigningSuspendedException(String why) {
        super(why);
    }
}
