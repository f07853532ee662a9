package org.aletheia.custody;

import java.util.Locale;
import org.aletheia.custody.format.EventTypeGroup;

/** The two histories of a record, numbered apart. */
public enum Chain {
    /** What was done with it: possession, handling, derivation, transfer, revision, permission. */
    CUSTODY,
    /** Who used it: views, downloads, lists, denials. */
    ACCESS;

    /** To which history events of this group belong. */
    public static Chain of(EventTypeGroup group) {
        return group == EventTypeGroup.ACCESS ? ACCESS : CUSTODY;
    }

    /** To which history events of the group with this lower-case code belong. */
    public static Chain ofGroup(String code) {
        return code.equals(ACCESS.code()) ? ACCESS : CUSTODY;
    }

    /** Lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
