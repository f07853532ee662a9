package org.aletheia.insight.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Source;
import org.aletheia.evidence.metadata.ItemTerms;
import org.aletheia.evidence.record.ExportBars;
import org.aletheia.evidence.record.ExportForm;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.evidence.terms.ItemConditions;
import org.aletheia.evidence.terms.UseOfItems;
import org.aletheia.platform.http.Findings;

/** What the terms on which items were received say of sheets. */
@ApplicationScoped
class SheetTerms {
    private final AccessGuard guard;
    private final UseOfItems use;
    private final ExportBars bars;
    private final ItemConditions conditions;

    SheetTerms(AccessGuard guard, UseOfItems use, ExportBars bars, ItemConditions conditions) {
        this.guard = guard;
        this.use = use;
        this.bars = bars;
        this.conditions = conditions;
    }

    /** Those of one item. */
    ItemTerms of(UUID item) {
        return conditions.of(item);
    }

    /** Whether they forbid that the item goes into a sheet of the caller's. */
    boolean forbid(UUID item) {
        return !use.againstExport(item, guard.principal().organisation()).isEmpty();
    }

    /**
     * Requires that the terms of no item forbid the sheet: it is whole or is not made.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} with a finding for each that does
     */
    void require(SheetSelection selection, List<UUID> items, Findings findings) {
        UUID organisation = guard.principal().organisation();
        conditions.of(items); // all in one query
        for (UUID item : items) {
            use.againstExport(item, organisation)
                    .forEach(code -> findings.add(pointer(selection, item), code, Map.of("item", item.toString())));
        }
        findings.throwIfAny();
    }

    private static String pointer(SheetSelection selection, UUID item) {
        return switch (selection) {
            case SheetSelection.Chosen chosen -> "/items/" + chosen.items().indexOf(item);
            case SheetSelection.Handed handed -> "/submission";
            case SheetSelection.Searched searched -> "/search";
        };
    }

    /** Sources without those whose items may not leave. */
    List<RecordVersion<Source>> leaving(Collection<RecordVersion<Source>> sources) {
        Set<UUID> barred = bars.barred(
                RecordKind.ITEM,
                sources.stream()
                        .map(source -> source.content().item())
                        .distinct()
                        .toList(),
                ExportForm.DOSSIER);
        return sources.stream()
                .filter(source -> !barred.contains(source.content().item()))
                .toList();
    }
}
