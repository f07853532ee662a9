package org.aletheia.incidents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is missing, under the pseudonym of a victim. The status is what two members have put down on a source; it never
 * follows from a date or from another record. Where the person was is told by {@link Whereabouts}.
 *
 * @param victim the victim's record
 * @param act the enforced disappearance or other act, where one is recorded
 * @param since when the person went missing; the end is open until the fate is known
 * @param relatives who looks for the person, by pseudonym
 * @param status code of {@code missing-status}
 * @param statusDate as of when, null for the first status
 * @param statusProposal the proposal that was confirmed, null for the first status
 */
public record MissingPerson(
        UUID victim,
        @Nullable UUID act,
        UncertainDate since,
        List<Relative> relatives,
        String status,
        @Nullable UncertainDate statusDate,
        @Nullable UUID statusProposal)
        implements RecordContent {
    /** The first status of everybody, code of {@code missing-status}. */
    public static final String MISSING = "missing";

    /** With these the fate or the place is known; with any other the person is missing still. */
    private static final Set<String> CLARIFIED = Set.of("alive-place-known", "identified", "returned");

    /**
     * A relative, whose name and ways to be reached are in the vault.
     *
     * @param kind victim or person
     * @param record whose identity is protected
     * @param relation to the missing person, code of {@code relative-relation}
     * @param wishes how they want to be reached, codes of {@code contact-wish}
     * @param mayBeTold what they may be told, codes of {@code may-be-told}; nothing where there is none
     */
    public record Relative(RecordKind kind, UUID record, String relation, List<String> wishes, List<String> mayBeTold) {
        public Relative {
            wishes = List.copyOf(wishes);
            mayBeTold = List.copyOf(mayBeTold);
        }
    }

    public MissingPerson {
        relatives = List.copyOf(relatives);
    }

    /** Whether the person's fate and place are still unknown by the status. */
    public boolean continuing() {
        return !CLARIFIED.contains(status);
    }

    /** The same person with another status. */
    MissingPerson with(String next, UncertainDate date, UUID proposal) {
        return new MissingPerson(victim, act, since, relatives, next, date, proposal);
    }

    @Override
    public void describe(Projection.Builder search) {
        search.mayIdentifyProtectedPerson(true)
                .dates(List.of(since))
                .codes(new SearchCodes().add("missing-status", status).list());
    }

    @Override
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("continuing", continuing());
        shown.put("dateBounds", DateBounds.of(since));
        if (continuing()) {
            shown.put("period", since.edtf() + "/..");
        }
        return shown;
    }
}
