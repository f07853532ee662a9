package org.aletheia.evidence.handling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.Classification;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold on an item: while it stands nothing ends the keeping of its bytes or of the object, whatever the retention
 * rule says. Each hold stands by itself; only two members of the organisation that placed it lift it.
 *
 * @param organisation that placed it
 * @param placed why and on whose authority
 * @param released why and on whose authority it was lifted; null while it stands
 */
public record Hold(
        UUID id,
        UUID organisation,
        UUID item,
        Classification classification,
        HoldDraft placed,
        UUID member,
        Instant placedAt,
        int revision,
        Instant revisedAt,
        @Nullable HoldDraft released,
        @Nullable UUID releasedBy) {

    /** Whether it stands. */
    public boolean standing() {
        return released == null;
    }

    /** What the policy is asked about. */
    public ProtectedRecord guarded() {
        return new ProtectedRecord(RecordKind.LEGAL_HOLD, id, organisation, classification, Set.of());
    }

    Hold released(HoldDraft why, UUID by, Instant at) {
        return new Hold(id, organisation, item, classification, placed, member, placedAt, revision + 1, at, why, by);
    }

    /** What its revisions commit to. */
    Map<String, @Nullable Object> canonical() {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("item", item.toString());
        form.put("placed", form(placed));
        form.put("released", released == null ? null : form(released));
        return form;
    }

    private static Map<String, @Nullable Object> form(HoldDraft draft) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("reason", draft.reason());
        form.put("authority", draft.authority());
        form.put("reference", draft.reference());
        return form;
    }
}
