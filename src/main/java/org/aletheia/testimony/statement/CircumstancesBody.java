package org.aletheia.testimony.statement;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Place;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.testimony.Agent;
import org.aletheia.testimony.AgentBody;
import org.aletheia.testimony.CoarsePlaceBody;
import org.aletheia.testimony.TestimonyChecks;
import org.aletheia.testimony.statement.Circumstances.Declaration;
import org.aletheia.testimony.statement.Circumstances.Pause;
import org.aletheia.testimony.statement.Circumstances.Present;
import org.aletheia.testimony.statement.Circumstances.ReadBack;
import org.aletheia.testimony.statement.Circumstances.Session;
import org.aletheia.testimony.statement.Circumstances.Signature;
import org.jspecify.annotations.Nullable;

/** The {@link Circumstances} of a statement as callers write them. */
public record CircumstancesBody(
        @Nullable List<SessionBody> sessions,
        @Nullable CoarsePlaceBody place,
        @Nullable String setting,
        @Nullable List<PresentBody> present,
        @Nullable List<String> languages,
        @Nullable ReadBackBody readBack,
        @Nullable String supportPerson,
        @Nullable String supportReferral,
        @Nullable DeclarationBody declaration,
        @Nullable SignatureBody signature) {
    private static final int DAY = 1440;
    private static final int MOST = 1000;
    private static final Set<String> ALWAYS_REFERENCED = Set.of("interviewer", "interpreter");
    private static final Set<String> NOT_READ_BACK = Set.of("not-done", "declined", "unknown");

    /**
     * One sitting.
     *
     * @param date EDTF
     * @param minutes 1 to 1440
     */
    public record SessionBody(
            @Nullable String date,
            @Nullable Integer minutes,
            @Nullable List<PauseBody> breaks) {
        @Nullable
        Session check(String at, Checks checks, TestimonyChecks testimony) {
            UncertainDate when = checks.date(at + "/date", checks.required(at + "/date", date));
            Integer length = testimony.count(at + "/minutes", minutes, 1, DAY, checks);
            List<Pause> pauses =
                    checks.each(at + "/breaks", breaks, (each, given) -> given.check(each, checks, testimony));
            return when == null ? null : new Session(when, length, pauses);
        }
    }

    /**
     * Breaks of one sitting for one reason.
     *
     * @param reason code of {@code break-reason}
     * @param times absent: one
     * @param minutes all of them together
     */
    public record PauseBody(
            @Nullable String reason,
            @Nullable Integer times,
            @Nullable Integer minutes) {
        @Nullable
        Pause check(String at, Checks checks, TestimonyChecks testimony) {
            String why = checks.code("break-reason", at + "/reason", checks.required(at + "/reason", reason));
            Integer often = testimony.count(at + "/times", Objects.requireNonNullElse(times, 1), 1, MOST, checks);
            Integer length = testimony.count(at + "/minutes", minutes, 1, DAY, checks);
            return why == null || often == null ? null : new Pause(why, often, length);
        }
    }

    /**
     * Somebody who was there.
     *
     * @param capacity code of {@code interview-capacity}
     * @param who required for interviewers and interpreters
     * @param sex code of {@code sex}
     * @param relation code of {@code relation-to-person}
     */
    public record PresentBody(
            @Nullable String capacity,
            @Nullable AgentBody who,
            @Nullable String sex,
            @Nullable List<String> languages,
            @Nullable String relation) {
        @Nullable
        Present check(String at, Checks checks, TestimonyChecks testimony) {
            String as =
                    checks.code("interview-capacity", at + "/capacity", checks.required(at + "/capacity", capacity));
            boolean known = as == null || !ALWAYS_REFERENCED.contains(as) || who != null;
            checks.findings().require(known, at + "/who", "reference-required");
            Agent agent = testimony.agent(at + "/who", who, checks);
            String gender = checks.code("sex", at + "/sex", sex);
            List<LanguageTag> spoken = checks.each(at + "/languages", languages, checks::language);
            String near = checks.code("relation-to-person", at + "/relation", relation);
            return as == null ? null : new Present(as, agent, gender, spoken, near);
        }
    }

    /**
     * Whether the person heard or read it again.
     *
     * @param outcome code of {@code read-back}
     * @param language required where it was done
     */
    public record ReadBackBody(
            @Nullable String outcome,
            @Nullable String language,
            @Nullable Integer corrections) {
        @Nullable
        ReadBack check(String at, Checks checks, TestimonyChecks testimony) {
            String what = checks.code("read-back", at + "/outcome", checks.required(at + "/outcome", outcome));
            LanguageTag in = checks.language(at + "/language", language);
            Integer made = testimony.count(at + "/corrections", corrections, 0, MOST, checks);
            if (what == null) {
                return null;
            }
            boolean done = !NOT_READ_BACK.contains(what);
            checks.findings().require(!done || language != null, at + "/language", "read-back-language-required");
            boolean bare = language == null && corrections == null;
            checks.findings().require(done || bare, at + "/outcome", "read-back-not-done");
            return new ReadBack(what, in, made);
        }
    }

    /** @param kind code of {@code truth-declaration} */
    public record DeclarationBody(
            @Nullable String kind, @Nullable String date) {
        @Nullable
        Declaration check(String at, Checks checks) {
            String how = checks.code("truth-declaration", at + "/kind", checks.required(at + "/kind", kind));
            UncertainDate when = checks.date(at + "/date", date);
            return how == null ? null : new Declaration(how, when);
        }
    }

    /** @param kind code of {@code signature-kind} */
    public record SignatureBody(
            @Nullable String kind, @Nullable String date) {
        @Nullable
        Signature check(String at, Checks checks) {
            String how = checks.code("signature-kind", at + "/kind", checks.required(at + "/kind", kind));
            UncertainDate when = checks.date(at + "/date", date);
            return how == null ? null : new Signature(how, when);
        }
    }

    Circumstances check(String at, Checks checks, TestimonyChecks testimony) {
        List<Session> when =
                checks.each(at + "/sessions", sessions, (each, given) -> given.check(each, checks, testimony));
        Place where = place == null ? null : place.check(at + "/place", checks);
        String in = checks.code("interview-setting", at + "/setting", setting);
        List<Present> there =
                checks.each(at + "/present", present, (each, given) -> given.check(each, checks, testimony));
        List<LanguageTag> spoken = checks.each(at + "/languages", languages, checks::language);
        ReadBack again = readBack == null ? null : readBack.check(at + "/readBack", checks, testimony);
        String support = checks.code("offer-outcome", at + "/supportPerson", supportPerson);
        String referral = checks.code("offer-outcome", at + "/supportReferral", supportReferral);
        Declaration truth = declaration == null ? null : declaration.check(at + "/declaration", checks);
        Signature sign = signature == null ? null : signature.check(at + "/signature", checks);
        return new Circumstances(when, where, in, there, spoken, again, support, referral, truth, sign);
    }
}
