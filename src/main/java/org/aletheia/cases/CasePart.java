package org.aletheia.cases;

import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.platform.persistence.Projection;

/** What a record that is part of a case file says. */
public interface CasePart extends RecordContent {
    /** Of which. */
    UUID caseFile();

    /** Nothing, unless the kind says otherwise. */
    @Override
    default void describe(Projection.Builder search) {}
}
