package org.aletheia.testimony.protection;

import java.util.List;
import java.util.UUID;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * One entry on a person's safety: a risk assessment, a plan for safe contact, a referral, a security incident, a contact.
 * Codes, dates and pseudonyms only; addresses and numbers lie in the identity vault. Which members a type has is told by
 * {@link NoteType}.
 *
 * @param type code of {@code protection-note-type}; never changes
 * @param about whose safety; never changes
 * @param statement that gave occasion
 * @param date of the assessment, plan, referral, incident or contact
 * @param by pseudonym of who made the entry's subject matter: who assessed, referred, called
 * @param level code of {@code protection-level}
 * @param threats codes of {@code protection-threat}
 * @param measures codes of {@code protection-measure}
 * @param reviewOn when it is to be looked at again
 * @param channels codes of {@code contact-channel}
 * @param limits codes of {@code contact-limit}
 * @param languages in which the person may be spoken to, or was
 * @param service code of {@code support-service}
 * @param incident code of {@code security-incident}
 * @param purpose code of {@code contact-purpose}
 * @param outcome code of {@code referral-outcome}, of a contact {@code contact-outcome}
 */
public record ProtectionNote(
        String type,
        PersonRef about,
        @Nullable UUID statement,
        UncertainDate date,
        @Nullable String by,
        @Nullable String level,
        List<String> threats,
        List<String> measures,
        @Nullable UncertainDate reviewOn,
        List<String> channels,
        List<String> limits,
        List<LanguageTag> languages,
        @Nullable String service,
        @Nullable String incident,
        @Nullable String purpose,
        @Nullable String outcome)
        implements RecordContent {
    public ProtectionNote {
        threats = List.copyOf(threats);
        measures = List.copyOf(measures);
        channels = List.copyOf(channels);
        limits = List.copyOf(limits);
        languages = List.copyOf(languages);
    }

    /** Nothing: no search finds it. */
    @Override
    public void describe(Projection.Builder search) {}
}
