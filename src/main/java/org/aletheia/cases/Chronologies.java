package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessIntent;
import org.aletheia.cases.Chronology.Entry;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.Items;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Acts;
import org.aletheia.incidents.Incident;
import org.aletheia.incidents.Incidents;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.ProblemException;

/** Chronologies of cases, for members who may read content; what they may not see is left out. */
@ApplicationScoped
public class Chronologies {
    private final CaseScope scope;
    private final Incidents incidents;
    private final Acts acts;
    private final Items items;

    Chronologies(CaseScope scope, Incidents incidents, Acts acts, Items items) {
        this.scope = scope;
        this.incidents = incidents;
        this.acts = acts;
        this.items = items;
    }

    /**
     * The incidents and acts charged, and the items of the case, by date.
     *
     * @throws ProblemException {@code not-found}
     */
    public Chronology of(UUID caseFile) {
        CaseFile file = scope.read(caseFile);
        List<Entry> entries = new ArrayList<>();
        file.chargedIncidents()
                .forEach(id -> Seen.of(() -> incidents.get(id)).ifPresent(found -> entries.addAll(ofIncident(found))));
        file.chargedActs().forEach(id -> Seen.of(() -> acts.get(id)).ifPresent(found -> entries.addAll(ofAct(found))));
        entries.addAll(ofItems(scope.items(caseFile, file)));
        return Chronology.of(entries);
    }

    private static List<Entry> ofIncident(RecordVersion<Incident> found) {
        return entries(
                "incident", found.id(), found.content().title(), found.content().dates(), false);
    }

    private List<Entry> ofAct(RecordVersion<Act> found) {
        Act act = found.content();
        UncertainDate own = act.date();
        List<UncertainDate> dates = own == null
                ? Seen.of(() -> incidents.get(act.incident()).content().dates()).orElse(List.of())
                : List.of(own);
        return entries("act", found.id(), act.type(), dates, own == null);
    }

    private List<Entry> ofItems(Set<UUID> ids) {
        List<EvidenceItem> seen = ids.stream()
                .map(id -> Seen.of(() -> items.require(id, AccessIntent.READ)))
                .flatMap(Optional::stream)
                .toList();
        items.shown(seen.stream().map(EvidenceItem::id).toList());
        return seen.stream()
                .map(item -> Entry.of(
                        "item",
                        item.id(),
                        item.version().registrationNumber(),
                        item.version().metadata().captured(),
                        false))
                .toList();
    }

    private static List<Entry> entries(
            String kind, UUID id, String label, List<UncertainDate> dates, boolean ofIncident) {
        return dates.isEmpty()
                ? List.of(Entry.of(kind, id, label, null, false))
                : dates.stream()
                        .map(date -> Entry.of(kind, id, label, date, ofIncident))
                        .toList();
    }
}
