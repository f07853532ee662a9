package org.aletheia.testimony.protection;

import java.util.Optional;
import java.util.UUID;

/** Counsel's decisions, for whoever must keep to them; shows the caller's organisation's, whatever the caller's roles. */
public interface DecisionRegister {
    /** The latest decision on a note. */
    Optional<CounselDecision> latest(UUID note);
}
