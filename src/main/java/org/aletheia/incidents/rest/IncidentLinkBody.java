package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.IncidentLink;
import org.aletheia.incidents.Relations;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is to another, as callers write it.
 *
 * @param relation code of {@code incident-relation}, read from this incident to the other
 * @param incident the other one
 */
record IncidentLinkBody(@Nullable String relation, @Nullable String incident) {
    IncidentLink check(Checks checks, Relations relations, UUID from) {
        String how = checks.code("incident-relation", "/relation", checks.required("/relation", relation));
        boolean inverse = how == null || relations.knows(how);
        checks.findings().require(inverse, "/relation", "relation-without-inverse");
        UUID to = checks.reference(RecordKind.INCIDENT, "/incident", checks.required("/incident", incident));
        checks.findings().require(!from.equals(to), "/incident", "link-to-itself");
        checks.throwIfAny();
        return relations.link(from, sure(how), sure(to));
    }
}
