package org.aletheia.codelists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edition does, or would do.
 *
 * @param revision of the list afterwards
 * @param dryRun whether nothing was stored
 * @param added codes that the list did not have
 * @param changed codes of which something changed
 * @param retired those of the changed that new records cannot use any more
 * @param unchanged how many of the codes given were already as they were to be
 */
public record EditionOutcome(
        String list,
        int revision,
        boolean dryRun,
        List<String> added,
        List<String> changed,
        List<String> retired,
        int unchanged) {

    static EditionOutcome between(@Nullable CodeList before, CodeList after, ListEdition edition, boolean dryRun) {
        Map<String, CodeEntry> held = byCode(before);
        Map<String, CodeEntry> now = byCode(after);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        for (ListEdition.Row row : EditionFold.rows(edition)) {
            CodeEntry then = row.code() == null ? null : now.get(row.code());
            CodeEntry old = row.code() == null ? null : held.get(row.code());
            if (then == null) {
                continue;
            }
            if (old == null) {
                added.add(then.code());
            } else if (!asOperators(old).equals(asOperators(then))) {
                changed.add(then.code());
                if (then.status() == CodeStatus.RETIRED && old.status() != CodeStatus.RETIRED) {
                    retired.add(then.code());
                }
            }
        }
        int unchanged = EditionFold.rows(edition).size() - added.size() - changed.size();
        return new EditionOutcome(after.id(), after.revision(), dryRun, added, changed, retired, unchanged);
    }

    private static Map<String, CodeEntry> byCode(@Nullable CodeList list) {
        return list == null
                ? Map.of()
                : list.codes().stream().collect(Collectors.toMap(CodeEntry::code, Function.identity()));
    }

    private static CodeEntry asOperators(CodeEntry row) {
        return EditionFold.over(row, row.code(), new ListEdition.Row(null, null, null, null, null, null, null, null));
    }
}
