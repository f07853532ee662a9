package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.PlaceBody;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Qualification;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * An act as callers write it.
 *
 * @param type code of {@code huridocs-mt-04}
 * @param methods codes of {@code act-method}
 * @param victims ids of victims
 * @param harms codes of {@code harm}
 * @param grounds codes of {@code discrimination-ground}
 * @param qualifications how law may call it, side by side
 * @param date EDTF, where it differs from the incident's
 * @param place where it differs from the incident's
 */
record ActBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable List<String> methods,
        @Nullable List<String> victims,
        @Nullable List<String> harms,
        @Nullable List<String> grounds,
        @Nullable List<QualificationBody> qualifications,
        @Nullable String date,
        @Nullable PlaceBody place)
        implements ProtectionBody {
    /** @param incidentEnd when the incident ended at the latest; empty where nobody can say */
    Act check(Checks checks, UUID incident, Optional<Instant> incidentEnd) {
        String right = checks.code("huridocs-mt-04", "/type", checks.required("/type", type));
        List<String> how = checks.codes("act-method", "/methods", methods);
        List<UUID> whom = checks.references(RecordKind.VICTIM, "/victims", victims);
        List<String> harm = checks.codes("harm", "/harms", harms);
        List<String> why = checks.codes("discrimination-ground", "/grounds", grounds);
        UncertainDate when = checks.date("/date", date);
        Optional<Instant> end = when == null ? incidentEnd : when.latest();
        List<Qualification> law =
                checks.each("/qualifications", qualifications, (at, given) -> given.check(at, checks, when, end));
        Place where = place == null ? null : place.check("/place", checks);
        checks.throwIfAny();
        return new Act(incident, sure(right), how, whom, harm, why, law, when, where);
    }
}
