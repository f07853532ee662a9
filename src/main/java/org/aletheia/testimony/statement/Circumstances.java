package org.aletheia.testimony.statement;

import java.util.List;
import org.aletheia.evidence.record.Place;
import org.aletheia.evidence.record.SearchCodes;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.Projection;
import org.aletheia.testimony.Agent;
import org.jspecify.annotations.Nullable;

/**
 * How a statement was taken.
 *
 * @param sessions when, one entry a sitting
 * @param place coarse, never a house
 * @param setting code of {@code interview-setting}
 * @param present who was there beside the person
 * @param languages that the person spoke
 * @param supportPerson whether one was offered, code of {@code offer-outcome}
 * @param supportReferral whether help was offered, code of {@code offer-outcome}
 */
public record Circumstances(
        List<Session> sessions,
        @Nullable Place place,
        @Nullable String setting,
        List<Present> present,
        List<LanguageTag> languages,
        @Nullable ReadBack readBack,
        @Nullable String supportPerson,
        @Nullable String supportReferral,
        @Nullable Declaration declaration,
        @Nullable Signature signature) {

    /**
     * One sitting.
     *
     * @param minutes how long it took, breaks included
     */
    public record Session(UncertainDate date, @Nullable Integer minutes, List<Pause> breaks) {
        public Session {
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * Breaks of one sitting for one reason.
     *
     * @param reason code of {@code break-reason}
     * @param times how many
     * @param minutes all of them together
     */
    public record Pause(String reason, int times, @Nullable Integer minutes) {}

    /**
     * Somebody who was there.
     *
     * @param capacity code of {@code interview-capacity}
     * @param who under a pseudonym; always for interviewers and interpreters
     * @param sex code of {@code sex}
     * @param languages in which they worked
     * @param relation to the person, code of {@code relation-to-person}
     */
    public record Present(
            String capacity,
            @Nullable Agent who,
            @Nullable String sex,
            List<LanguageTag> languages,
            @Nullable String relation) {
        public Present {
            languages = List.copyOf(languages);
        }
    }

    /**
     * Whether the person heard or read it again.
     *
     * @param outcome code of {@code read-back}
     * @param language in which, where it was done
     * @param corrections how many the person made then
     */
    public record ReadBack(
            String outcome,
            @Nullable LanguageTag language,
            @Nullable Integer corrections) {}

    /**
     * That the person said it is the truth.
     *
     * @param kind code of {@code truth-declaration}
     */
    public record Declaration(String kind, @Nullable UncertainDate date) {}

    /**
     * That the person signed.
     *
     * @param kind code of {@code signature-kind}
     */
    public record Signature(String kind, @Nullable UncertainDate date) {}

    public Circumstances {
        sessions = List.copyOf(sessions);
        present = List.copyOf(present);
        languages = List.copyOf(languages);
    }

    void describe(Projection.Builder search, SearchCodes codes) {
        search.dates(sessions.stream().map(Session::date).toList());
        if (place != null) {
            place.describe(search);
            codes.country(place);
        }
    }
}
