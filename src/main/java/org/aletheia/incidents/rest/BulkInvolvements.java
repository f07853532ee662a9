package org.aletheia.incidents.rest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.bulk.BulkDraft;
import org.aletheia.evidence.bulk.BulkKind;
import org.aletheia.evidence.bulk.BulkScope;
import org.aletheia.evidence.bulk.LinkedBulk;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.citation.Sources;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.Involvement;
import org.aletheia.incidents.Involvements;

/** Alleged involvements in bulk, each with the sources that it rests on. */
@Singleton
class BulkInvolvements extends BulkKind<AllegationBody> {
    private final Involvements involvements;
    private final Sources sources;
    private final AccessGuard guard;

    BulkInvolvements(Involvements involvements, Sources sources, AccessGuard guard) {
        super(RecordKind.INVOLVEMENT, AllegationBody.class);
        this.involvements = involvements;
        this.sources = sources;
        this.guard = guard;
    }

    @Override
    protected BulkDraft draft(AllegationBody said, BulkScope scope) {
        List<Citation> citations = new ArrayList<>();
        RecordVersion<Involvement> version =
                involvements.draft(scope.whole(), said, scope.checks(), scope::held, checks -> {
                    Involvements.Allegation allegation =
                            said.check(checks, scope.within(), guard.principal().member());
                    citations.addAll(allegation.citations());
                    return allegation.involvement();
                });
        return new BulkDraft(version, citations);
    }

    @Override
    protected void write(List<BulkDraft> drafts) {
        involvements.addAll(LinkedBulk.versions(drafts));
        sources.citeWith(LinkedBulk.cited(drafts));
    }

    @Override
    protected Set<RecordKind> wholes() {
        return Set.of(RecordKind.ACT);
    }
}
