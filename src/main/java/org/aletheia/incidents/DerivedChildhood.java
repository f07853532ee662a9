package org.aletheia.incidents;

import java.util.Locale;

/**
 * What the person's birth or age and the act's date tell of whether the person was a child. The database keeps it beside the
 * allegation, whoever wrote what of the three, in the transaction in which one of them changes.
 *
 * @param likelihood of childhood
 * @param changes how often a date that it rests on was written anew since the allegation was made
 */
public record DerivedChildhood(Likelihood likelihood, int changes) {
    /** Nothing tells so. */
    public static final DerivedChildhood NONE = new DerivedChildhood(Likelihood.NO, 0);

    /** Whether every reading of the dates, some, or none makes the person a child at the time of the act. */
    public enum Likelihood {
        NO,
        POSSIBLY,
        SURELY;

        /** The lower-case code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
