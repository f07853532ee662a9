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

    /** Lower-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
