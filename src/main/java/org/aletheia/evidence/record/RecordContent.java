package org.aletheia.evidence.record;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.platform.persistence.Projection;

/** What a record of one kind says: an immutable value that was checked before it existed. */
public interface RecordContent {
    /** Tells search what it may find the record by: codes, dates, places and public texts only. */
    void describe(Projection.Builder search);

    /**
     * What readers see beside what was written: computed from it at each read, never stored and never committed to. A
     * member of this name wins over one of the content.
     */
    default Map<String, Object> shown() {
        return Map.of();
    }

    /** Whether it stands for somebody whose name may be in the identity vault. */
    default boolean pseudonymous() {
        return false;
    }

    /** Whether the record never leaves its organisation: it is shared with nobody, and no search finds it. */
    default boolean staysInside() {
        return false;
    }

    /** The bodies to which it is open by consent of the person although such records are kept apart from them; none by default. */
    default Set<UUID> openedTo() {
        return Set.of();
    }

    /** The members who alone use the record, beside those whose role oversees it; empty where it is not confined. */
    default Set<UUID> confinedTo() {
        return Set.of();
    }
}
