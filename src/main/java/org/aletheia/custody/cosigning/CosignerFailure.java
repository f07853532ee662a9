package org.aletheia.custody.cosigning;

/** A cosigner did not cosign. */
final class CosignerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean contradicting;

    private CosignerFailure(String why, boolean contradicting) {
        super(why);
        this.contradicting = contradicting;
    }

    /** It cannot be reached, or does not answer as it should. */
    static CosignerFailure absent(String why) {
        return new CosignerFailure(why, false);
    }

    /** It says that it knows another history of this log: either it errs, or this log was set back. */
    static CosignerFailure contradicting(String why) {
        return new CosignerFailure(why, true);
    }

    /** Whether an operator must find out which of the two histories is the right one. */
    boolean contradicting() {
        return contradicting;
    }
}
