package org.aletheia.evidence.rest;

import java.util.EnumSet;
import java.util.Set;
import org.aletheia.custody.format.EventField;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code withhold}: fields of events that are given as commitments, so that an answer can be handed on. */
public final class WithheldFields {
    private WithheldFields() {}

    /**
     * The fields that it names.
     *
     * @param names with commas between; null: none
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request}, {@code ?withhold field-unknown}
     */
    public static Set<EventField> parse(@Nullable String names) {
        Set<EventField> fields = EnumSet.noneOf(EventField.class);
        Findings findings = new Findings();
        if (names != null) {
            for (String name : names.split(",", -1)) {
                EventField.ofLabel(name).ifPresentOrElse(fields::add, () -> findings.add("?withhold", "field-unknown"));
            }
        }
        findings.throwIfAny();
        return fields;
    }
}
