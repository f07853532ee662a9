package org.aletheia.insight.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aletheia.access.approval.Approval;
import org.aletheia.evidence.record.RecordSearch;
import org.aletheia.insight.sheet.ItemSheet;
import org.aletheia.insight.sheet.ItemSheets;
import org.aletheia.insight.sheet.SheetSelection;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The selection of an item sheet; one of the three.
 *
 * @param items ids, at most {@link ItemSheets#MOST}, in the order in which they are to stand
 * @param submission id of a submission, of which all items are taken that the caller may list
 * @param search of which all items are taken that the caller finds
 * @param reason in words that name nobody; needed to ask for an approval
 */
record SheetBody(
        @Nullable List<String> items,
        @Nullable String submission,
        RecordSearch.@Nullable Asked search,
        @Nullable String reason) {
    private static final int MAX_REASON = 2000;

    ItemSheet check(ItemSheets sheets, @Nullable String approval, String language, Findings findings) {
        UUID permit = approval == null ? null : findings.parse("?approval", () -> Ids.parse(approval));
        return sheets.of(selection(findings), permit, language, findings);
    }

    Approval ask(ItemSheets sheets, Findings findings) {
        String why = reason == null ? "" : reason.strip();
        findings.require(!why.isEmpty(), "/reason", "required");
        findings.require(why.length() <= MAX_REASON, "/reason", "too-long", Map.of("max", MAX_REASON));
        return sheets.ask(selection(findings), why, findings);
    }

    private SheetSelection selection(Findings findings) {
        long given =
                Stream.of(items, submission, search).filter(Objects::nonNull).count();
        findings.require(given == 1, "", "selection-one");
        List<UUID> chosen = ids(findings);
        String named = submission;
        UUID whole = named == null ? null : findings.parse("/submission", () -> Ids.parse(named));
        findings.throwIfAny();
        if (search != null) {
            return new SheetSelection.Searched(search);
        }
        return whole == null ? new SheetSelection.Chosen(chosen) : new SheetSelection.Handed(whole);
    }

    private List<UUID> ids(Findings findings) {
        List<UUID> chosen = new ArrayList<>();
        if (items == null
                || !findings.require(!items.isEmpty(), "/items", "required")
                || !findings.require(
                        items.size() <= ItemSheets.MOST, "/items", "too-many", Map.of("max", ItemSheets.MOST))) {
            return chosen;
        }
        for (int i = 0; i < items.size(); i++) {
            String at = "/items/" + i;
            String given = items.get(i);
            findings.require(given != null, at, "required");
            UUID id = given == null ? null : findings.parse(at, () -> Ids.parse(given));
            if (id != null && findings.require(!chosen.contains(id), at, "repeated")) {
                chosen.add(id);
            }
        }
        return chosen;
    }
}
