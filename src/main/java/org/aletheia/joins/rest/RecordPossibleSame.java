package org.aletheia.joins.rest;

import static org.aletheia.evidence.record.Checks.sure;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordView;
import org.aletheia.joins.JoinedRecords;
import org.aletheia.joins.matching.PossibleSame;
import org.aletheia.joins.matching.Reason;
import org.aletheia.platform.http.PageLimit;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What may speak of the same as a record of one kind. Who may call: who may read the record; see the access policy. */
abstract class RecordPossibleSame {
    private final PossibleSame possible;
    private final JoinedRecords records;
    private final RecordKind kind;

    RecordPossibleSame(PossibleSame possible, JoinedRecords records, RecordKind kind) {
        this.possible = possible;
        this.records = records;
        this.kind = kind;
    }

    /**
     * A record that may speak of the same; a person decides.
     *
     * @param reasons the strongest first; none says how likely it is
     * @param decidedBefore joins by which they were kept apart before one of them was written again
     */
    record SuggestionView(RecordView record, List<Reason> reasons, List<UUID> decidedBefore) {}

    /** @param truncated whether more were like it than were looked at or are shown */
    record SuggestionsView(List<SuggestionView> suggestions, boolean truncated) {}

    /** Suggestions by their strongest reason, then by how many they have. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    public SuggestionsView list(@RestPath UUID id, @QueryParam("limit") @Nullable Integer limit) {
        PossibleSame.Suggestions found = possible.of(kind, id, PageLimit.of(limit));
        Map<UUID, RecordView> views = records.views(
                kind,
                found.found().stream().map(PossibleSame.Suggestion::record).toList());
        List<SuggestionView> shown = found.found().stream()
                .filter(each -> views.containsKey(each.record()))
                .map(each -> new SuggestionView(sure(views.get(each.record())), each.reasons(), each.decidedBefore()))
                .toList();
        return new SuggestionsView(shown, found.truncated());
    }
}
