package org.aletheia.incidents.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.incidents.MissingPerson;
import org.aletheia.incidents.MissingPerson.Relative;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A missing person as callers write them. There is no place for a name, nor for a status: that has two steps of its own.
 *
 * @param victim id of the victim's record, which never changes
 * @param act id of the act, where one is recorded
 * @param since EDTF, no interval: the end is open
 */
record MissingPersonBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String victim,
        @Nullable String act,
        @Nullable String since,
        @Nullable List<RelativeBody> relatives)
        implements ProtectionBody {
    MissingPerson check(Checks checks, @Nullable MissingPerson before) {
        UUID who = checks.reference(RecordKind.VICTIM, "/victim", checks.required("/victim", victim));
        boolean same = before == null || who == null || who.equals(before.victim());
        checks.findings().require(same, "/victim", "victim-fixed");
        UUID which = checks.reference(RecordKind.ACT, "/act", act);
        UncertainDate from = checks.date("/since", checks.required("/since", since));
        checks.findings().require(from == null || !from.interval(), "/since", "date-interval");
        List<Relative> family = checks.each("/relatives", relatives, (at, body) -> body.check(at, checks));
        checks.throwIfAny();
        return before == null
                ? new MissingPerson(sure(who), which, sure(from), family, MissingPerson.MISSING, null, null)
                : new MissingPerson(
                        before.victim(),
                        which,
                        sure(from),
                        family,
                        before.status(),
                        before.statusDate(),
                        before.statusProposal());
    }
}
