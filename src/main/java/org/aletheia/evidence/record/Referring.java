package org.aletheia.evidence.record;

import java.util.List;

/** Tells how the records of one capability name others; each capability with such records has a bean of this type. */
public interface Referring {
    /** One for each kind; a kind of which none tells is in no graph. */
    List<References> references();
}
