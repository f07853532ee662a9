package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkDraft;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.Whereabouts;
import org.aletheia.incidents.WhereaboutsRecords;

/** What is said of where missing persons were in bulk, each with the sources that it rests on. */
@Singleton
class BulkWhereabouts extends BulkKind<NewWhereaboutsBody> {
    private final WhereaboutsRecords records;
    private final Sources sources;

    BulkWhereabouts(WhereaboutsRecords records, Sources sources) {
        super(RecordKind.WHEREABOUTS, NewWhereaboutsBody.class);
        this.records = records;
        this.sources = sources;
    }

    @Override
    protected BulkDraft draft(NewWhereaboutsBody said, BulkScope scope) {
        List<Citation> citations = new ArrayList<>();
        RecordVersion<Whereabouts> version = records.draft(scope.whole(), said, scope.checks(), scope::held, checks -> {
            WhereaboutsRecords.Said what = said.check(checks, scope.within());
            citations.addAll(what.citations());
            return what.whereabouts();
        });
        return new BulkDraft(version, citations);
    }

    @Override
    protected void write(List<BulkDraft> drafts) {
        records.addAll(LinkedBulk.versions(drafts));
        sources.citeWith(LinkedBulk.cited(drafts));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.MISSING_PERSON);
    }
}
