package org.aletheia.cases.legal;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.legal.LegalRequest.Given;
import org.aletheia.cases.legal.LegalRequest.Notice;
import org.aletheia.cases.legal.LegalRequest.Objection;
import org.aletheia.cases.legal.LegalRequest.Review;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.ProtectionBody;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LegalRequest} as counsel writes it.
 *
 * @param authority required, but not of a {@code data-subject-request}: persons are not named here
 * @param received EDTF, as {@code dated}
 * @param given all that was given so far: what was stated once stays
 */
public record LegalRequestBody(
        @Nullable String classification,
        @Nullable List<String> compartments,
        @Nullable String type,
        @Nullable String authority,
        @Nullable String country,
        @Nullable String reference,
        @Nullable String dated,
        @Nullable String received,
        @Nullable String scope,
        @Nullable List<ObjectionBody> asserted,
        @Nullable ReviewBody review,
        @Nullable NoticeBody notice,
        @Nullable List<GivenBody> given,
        @Nullable String state)
        implements ProtectionBody {
    private static final int MAX_NAME = 300;
    private static final int MAX_WORDS = 5000;
    private static final String OF_A_PERSON = "data-subject-request";
    private static final String OTHER_GROUND = "other-ground";
    private static final Set<String> UNEXPLAINED = Set.of("given", "not-yet", "nobody-concerned");
    private static final Set<String> DECIDED = Set.of("complied", "partly-complied", "refused");
    private static final Set<String> ANSWERED = Set.of("complied", "partly-complied");

    /** @param words required for a ground that is none of the others */
    public record ObjectionBody(
            @Nullable String ground, @Nullable String words) {
        @Nullable
        Objection check(String at, Checks checks) {
            String code =
                    checks.code("legal-request-objection", at + "/ground", checks.required(at + "/ground", ground));
            String said = checks.text(at + "/words", words, MAX_WORDS);
            checks.findings().require(!OTHER_GROUND.equals(code) || words != null, at + "/words", "required");
            return code == null ? null : new Objection(code, said);
        }
    }

    /** What the writer thinks, as counsel. */
    public record ReviewBody(
            @Nullable String outcome, @Nullable String reason) {
        @Nullable
        Review check(Checks checks, @Nullable Review before, UUID member) {
            String code =
                    checks.code("legal-request-review", "/review/outcome", checks.required("/review/outcome", outcome));
            String why = checks.text("/review/reason", checks.required("/review/reason", reason), MAX_WORDS);
            if (code == null || why == null) {
                return null;
            }
            boolean same = before != null
                    && before.outcome().equals(code)
                    && before.reason().equals(why);
            return same ? before : new Review(code, why, member);
        }
    }

    /** @param ground required where notice was neither given nor is to be given */
    public record NoticeBody(
            @Nullable String state,
            @Nullable String ground,
            @Nullable String on) {
        @Nullable
        Notice check(Checks checks) {
            String code = checks.code("legal-request-notice", "/notice/state", checks.required("/notice/state", state));
            String why = checks.text("/notice/ground", ground, MAX_WORDS);
            UncertainDate when = checks.date("/notice/on", on);
            checks.findings()
                    .require(
                            code == null || UNEXPLAINED.contains(code) || ground != null, "/notice/ground", "required");
            return code == null ? null : new Notice(code, why, when);
        }
    }

    /** @param event by which the record left, of the writer's organisation */
    public record GivenBody(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String event) {
        @Nullable
        Given check(String at, Checks checks, GivenEvents events) {
            String code = checks.required(at + "/kind", kind);
            RecordKind known =
                    code == null ? null : checks.findings().parse(at + "/kind", () -> RecordKind.parse(code));
            UUID record = checks.id(at + "/id", checks.required(at + "/id", id));
            UUID by = checks.id(at + "/event", checks.required(at + "/event", event));
            if (known == null || record == null || by == null) {
                return null;
            }
            return checks.findings().require(events.gave(by, known, record), at + "/event", "reference-unknown")
                    ? new Given(known, record, by)
                    : null;
        }
    }

    /** @param before what stands; null for a new one */
    LegalRequest check(Checks checks, @Nullable LegalRequest before, GivenEvents events, UUID member) {
        String what = checks.code("legal-request-type", "/type", checks.required("/type", type));
        boolean ofPerson = OF_A_PERSON.equals(what);
        String who = checks.text("/authority", authority, MAX_NAME);
        checks.findings().require(what == null || ofPerson || authority != null, "/authority", "required");
        checks.findings().require(!ofPerson || authority == null, "/authority", "not-of-type");
        CountryCode where = checks.country("/country", country);
        String number = checks.text("/reference", reference, MAX_NAME);
        UncertainDate day = checks.date("/dated", checks.required("/dated", dated));
        UncertainDate came = checks.date("/received", checks.required("/received", received));
        String asked = checks.text("/scope", checks.required("/scope", scope), MAX_WORDS);
        List<Objection> grounds = checks.each("/asserted", asserted, (at, each) -> each.check(at, checks));
        Review counsels = review == null ? null : review.check(checks, before == null ? null : before.review(), member);
        NoticeBody told = checks.required("/notice", notice);
        Notice toPerson = told == null ? null : told.check(checks);
        List<Given> left = checks.each("/given", given, (at, each) -> each.check(at, checks, events));
        String stands = checks.code("legal-request-state", "/state", checks.required("/state", state));
        checks.findings().require(before == null || left.containsAll(before.given()), "/given", "given-stays");
        boolean decided = stands != null && DECIDED.contains(stands);
        boolean nothing = given == null || given.isEmpty();
        checks.findings().require(!decided && nothing || review != null, "/review", "required");
        checks.findings().require(stands == null || !ANSWERED.contains(stands) || !nothing, "/given", "required");
        checks.throwIfAny();
        return new LegalRequest(
                sure(what),
                who,
                where,
                number,
                sure(day),
                sure(came),
                sure(asked),
                grounds,
                counsels,
                sure(toPerson),
                left,
                sure(stands));
    }
}
