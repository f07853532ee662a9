package org.aletheia.evidence.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One line as callers write it.
 *
 * @param kind of the record, for example {@code act}
 * @param externalId what the caller's organisation calls it; names a record of the kind once and for all
 * @param within the record that it is part of: its id, or {@code ext:} and its external id
 * @param withinKind where it can be part of records of several kinds
 * @param record as the kind's own route takes it; ids of other records may be written {@code ext:…} likewise
 */
record BulkLine(
        @Nullable String kind,
        @Nullable String externalId,
        @Nullable String within,
        @Nullable String withinKind,
        @Nullable JsonNode record) {}
