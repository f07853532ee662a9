package org.aletheia.testimony.protection;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.PersonRefBody;
import org.aletheia.testimony.TestimonyChecks;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ProtectionNote} as callers write it.
 *
 * @param type code of {@code protection-note-type}
 * @param about a victim, or a person whose identity is protected
 * @param statement id of a statement
 * @param date EDTF
 * @param by a pseudonym of the form {@code V-7K3M9-QXD2F} or {@code P-12}
 * @param level code of {@code protection-level}
 * @param threats codes of {@code protection-threat}
 * @param measures codes of {@code protection-measure}
 * @param reviewOn EDTF
 * @param channels codes of {@code contact-channel}
 * @param limits codes of {@code contact-limit}
 * @param languages BCP 47
 * @param service code of {@code support-service}
 * @param incident code of {@code security-incident}
 * @param purpose code of {@code contact-purpose}
 * @param outcome code of {@code referral-outcome}, of a contact {@code contact-outcome}
 */
public record ProtectionNoteBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable PersonRefBody about,
        @Nullable String statement,
        @Nullable String date,
        @Nullable String by,
        @Nullable String level,
        @Nullable List<String> threats,
        @Nullable List<String> measures,
        @Nullable String reviewOn,
        @Nullable List<String> channels,
        @Nullable List<String> limits,
        @Nullable List<String> languages,
        @Nullable String service,
        @Nullable String incident,
        @Nullable String purpose,
        @Nullable String outcome)
        implements ProtectionBody {

    /** As it is to stand; type and person as before where there is a note already. */
    ProtectionNote check(Checks checks, TestimonyChecks testimony, @Nullable ProtectionNote before) {
        String what = checks.code("protection-note-type", "/type", checks.required("/type", type));
        PersonRef who = testimony.person("/about", checks.required("/about", about), checks);
        if (before != null) {
            checks.findings().require(what == null || what.equals(before.type()), "/type", "kind-fixed");
            checks.findings().require(who == null || who.equals(before.about()), "/about", "person-fixed");
        }
        NoteType rules = what == null ? null : NoteType.of(what);
        if (rules != null) {
            members(rules, checks);
        }
        UUID of = checks.reference(RecordKind.STATEMENT, "/statement", statement);
        UncertainDate when = checks.date("/date", checks.required("/date", date));
        String agent = testimony.pseudonym("/by", by, checks);
        String risk = checks.code("protection-level", "/level", level);
        List<String> from = checks.codes("protection-threat", "/threats", threats);
        List<String> against = checks.codes("protection-measure", "/measures", measures);
        UncertainDate again = checks.date("/reviewOn", reviewOn);
        List<String> through = checks.codes("contact-channel", "/channels", channels);
        List<String> within = checks.codes("contact-limit", "/limits", limits);
        List<LanguageTag> spoken = checks.each("/languages", languages, checks::language);
        String help = checks.code("support-service", "/service", service);
        String happened = checks.code("security-incident", "/incident", incident);
        String why = checks.code("contact-purpose", "/purpose", purpose);
        String end = rules == null ? null : checks.code(rules.outcomes(), "/outcome", outcome);
        checks.throwIfAny();
        return new ProtectionNote(
                sure(what),
                sure(who),
                of,
                sure(when),
                agent,
                risk,
                from,
                against,
                again,
                through,
                within,
                spoken,
                help,
                happened,
                why,
                end);
    }

    private void members(NoteType rules, Checks checks) {
        given().forEach((member, said) -> {
            String pointer = "/" + member;
            checks.findings().require(said || !rules.must().contains(member), pointer, "required");
            checks.findings().require(!said || rules.takes(member), pointer, "not-of-type");
        });
    }

    private Map<String, Boolean> given() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("level", level != null);
        given.put("threats", filled(threats));
        given.put("measures", filled(measures));
        given.put("reviewOn", reviewOn != null);
        given.put("channels", filled(channels));
        given.put("limits", filled(limits));
        given.put("languages", filled(languages));
        given.put("service", service != null);
        given.put("incident", incident != null);
        given.put("purpose", purpose != null);
        given.put("outcome", outcome != null);
        return given;
    }

    private static boolean filled(@Nullable List<String> values) {
        return values != null && !values.isEmpty();
    }
}
