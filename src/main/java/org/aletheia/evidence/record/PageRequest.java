package org.aletheia.evidence.record;

import java.util.Map;
import java.util.TreeMap;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit most records, null for the default
 * @param cursor of the page, null for the first
 * @param containing members that the content of each record has
 */
public record PageRequest(@Nullable Integer limit, @Nullable String cursor, Map<String, Object> containing) {
    public PageRequest {
        containing = Map.copyOf(containing);
    }

    /** A page without filter. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit, cursor, Map.of());
    }

    /**
     * The same, only of records with this member; null filters nothing.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} of what no record can hold
     */
    public PageRequest with(String member, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Findings findings = new Findings();
        findings.require(PlainText.is(value), "?" + member, "text-characters");
        findings.throwIfAny();
        Map<String, Object> more = new TreeMap<>(containing);
        more.put(member, value);
        return new PageRequest(limit, cursor, more);
    }

    /** Names the list for its cursors. */
    String query(String kind) {
        return kind + new TreeMap<>(containing);
    }
}
