package org.aletheia.evidence.citation.rest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordName;
import org.aletheia.evidence.bulk.BulkDraft;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.SourceBody;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.RecordVersion;

/** Sources in bulk, each of a record that is named beside it. */
@Singleton
class BulkSources extends BulkKind<SourceBody> {
    private final Sources sources;
    private final AccessGuard guard;

    BulkSources(Sources sources, AccessGuard guard) {
        super(RecordKind.SOURCE, SourceBody.class);
        this.sources = sources;
        this.guard = guard;
    }

    @Override
    protected BulkDraft draft(SourceBody said, BulkScope scope) {
        RecordVersion<?> record = scope.version(scope.container())
                .orElseThrow(() -> guard.absent(scope.container().kind(), scope.within()));
        guard.check(AccessIntent.LINK, scope.readable(scope.container()).orElse(record.guarded()));
        Checks checks = scope.checks();
        Citation citation = said.check(checks, (RecordContent) record.content());
        ProtectedRecord item = scope.readable(new RecordName(RecordKind.ITEM, citation.item()))
                .orElseThrow(() -> guard.absent(RecordKind.ITEM, citation.item()));
        sources.requireEvidence("/item", citation);
        return BulkDraft.of(sources.draft(guard.principal(), record.guarded(), record.revision(), item, citation));
    }

    @Override
    protected void write(List<BulkDraft> drafts) {
        sources.addCited(LinkedBulk.versions(drafts));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(
                RecordKind.INCIDENT,
                RecordKind.ACT,
                RecordKind.INVOLVEMENT,
                RecordKind.PERSON,
                RecordKind.GROUP,
                RecordKind.UNIT,
                RecordKind.ORGANISATION,
                RecordKind.STATE,
                RecordKind.AFFILIATION,
                RecordKind.VICTIM,
                RecordKind.MISSING_PERSON,
                RecordKind.WHEREABOUTS,
                RecordKind.CASE_ELEMENT,
                RecordKind.REPARATION_CLAIM);
    }
}
