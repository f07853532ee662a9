package org.aletheia.insight.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.insight.sheet.ItemSheet;
import org.aletheia.insight.sheet.ItemSheets;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The selection of an item sheet; one of the two.
 *
 * @param items ids, at most {@link ItemSheets#MOST}, in the order in which they are to stand
 * @param submission id of a submission, of which all items are taken that the caller may list
 */
record SheetBody(@Nullable List<String> items, @Nullable String submission) {
    ItemSheet check(ItemSheets sheets, String language, Findings findings) {
        findings.require((items == null) != (submission == null), "", "selection-one");
        List<UUID> chosen = ids(findings);
        String named = submission;
        UUID whole = named == null ? null : findings.parse("/submission", () -> Ids.parse(named));
        findings.throwIfAny();
        return whole == null ? sheets.of(chosen, language, findings) : sheets.of(whole, language, findings);
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
