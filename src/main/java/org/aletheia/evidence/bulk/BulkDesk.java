package org.aletheia.evidence.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessPolicy;
import org.aletheia.evidence.bulk.store.ExternalIds;
import org.aletheia.evidence.record.ChecksFactory;
import org.aletheia.evidence.record.PseudonymousRecords;
import org.aletheia.evidence.record.RecordContents;
import org.aletheia.evidence.record.RecordDesk;

/**
 * What loading works with.
 *
 * @param json reads bodies as the routes do
 */
@Singleton
record BulkDesk(
        AccessGuard guard,
        AccessPolicy policy,
        RecordDesk records,
        RecordContents contents,
        ChecksFactory checks,
        PseudonymousRecords pseudonymous,
        ExternalIds externalIds,
        ObjectMapper json) {}
