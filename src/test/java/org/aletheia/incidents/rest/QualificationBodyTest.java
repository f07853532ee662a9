package org.aletheia.incidents.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aletheia.codelists.CodeLists;
import org.aletheia.evidence.record.Checks;
import org.aletheia.incidents.Act;
import org.aletheia.incidents.Qualification;
import org.aletheia.incidents.Qualification.Gap;
import org.aletheia.incidents.rest.QualificationBody.ConflictBody;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class QualificationBodyTest {
    private static final CodeLists LISTS = new CodeLists();
    private static final Optional<Instant> END = Optional.of(Instant.parse("2014-03-05T23:59:59.999Z"));
    private static final ConflictBody INTERNATIONAL = new ConflictBody("international", "court", "case 1", null);

    @Test
    void aNormThatBoundTheActorOnlyAfterTheActIsRefused() {
        assertThat(found(body("RS-7(1)(a)", "2014-03-06", null), END))
                .containsExactly("/q/0/boundFrom norm-not-yet-binding");
        for (String bound : List.of("2002-07-01", "2014-03-05", "2014", "../2020", "2014-03?")) {
            assertThat(found(body("RS-7(1)(a)", bound, null), END)).as(bound).isEmpty();
        }
        assertThat(found(body("RS-7(1)(a)", "2030", null), Optional.empty())).isEmpty();
        assertThat(found(body("RS-7(1)(a)", "yesterday", null), END)).containsExactly("/q/0/boundFrom edtf-form");
    }

    @Test
    void aNormThatWasNotInForceWhenTheActWasDoneIsRefused() {
        QualificationBody starvation =
                body("RS-8(2)(e)(xix)", null, new ConflictBody("non-international", "court", "case 1", null));
        assertThat(foundOn("2014-03-05", starvation)).containsExactly("/q/0/code code-not-in-force");
        assertThat(foundOn("2014/2024", starvation)).isEmpty();
        assertThat(foundOn("2024-03-05", starvation)).isEmpty();
    }

    @Test
    void aWarCrimeNeedsTheConflictAndItsSource() {
        assertThat(found(body("RS-8(2)(a)(i)", null, null), END)).containsExactly("/q/0/conflict conflict-required");
        assertThat(found(body("RS-8", null, null), END)).containsExactly("/q/0/conflict conflict-required");
        assertThat(found(body("RS-8(2)(a)(i)", null, INTERNATIONAL), END)).isEmpty();
        assertThat(found(body("RS-8bis(2)(a)", null, null), END)).isEmpty();
        assertThat(found(body("RS-6(a)", null, null), END)).isEmpty();
        assertThat(found(body("RS-8(2)(a)(i)", null, new ConflictBody("international", "court", null, null)), END))
                .containsExactly("/q/0/conflict conflict-source-required");
        assertThat(found(body("RS-8(2)(a)(i)", null, new ConflictBody(null, "me", "x", null)), END))
                .containsExactly("/q/0/conflict/classification required", "/q/0/conflict/authority code-unknown");
    }

    @Test
    void whatALawyerHasYetToSayIsAGapAndNoRefusal() {
        assertThat(gaps(body("RS-7(1)(a)", null, null)))
                .containsExactly(new Gap("/qualifications/0/boundFrom", "norm-date-missing"));
        assertThat(gaps(body("RS-8(2)(a)(i)", "2002-07-01", INTERNATIONAL))).isEmpty();
        for (String fitting : List.of("occupation", "undetermined")) {
            ConflictBody conflict = new ConflictBody(fitting, "court", "case 1", null);
            assertThat(gaps(body("RS-8(2)(b)(viii)", "2002-07-01", conflict))).isEmpty();
        }
        assertThat(gaps(body("RS-8(2)(e)(i)", "2002-07-01", INTERNATIONAL)))
                .containsExactly(new Gap("/qualifications/0/conflict/classification", "conflict-differs-from-article"));
    }

    @SuppressWarnings("unchecked")
    private static List<Gap> gaps(QualificationBody body) {
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        Qualification made = Objects.requireNonNull(body.check("/q/0", checks, null, END));
        Act act = new Act(
                new java.util.UUID(1, 1), "01", List.of(), List.of(), List.of(), List.of(), List.of(made), null, null);
        Map<String, Object> shown = act.shown();
        return (List<Gap>) Objects.requireNonNull(shown.get("gaps"));
    }

    private static QualificationBody body(String code, @Nullable String boundFrom, @Nullable ConflictBody conflict) {
        return new QualificationBody("icc-crime", code, null, null, boundFrom, conflict);
    }

    private static List<String> foundOn(String date, QualificationBody body) {
        UncertainDate done = UncertainDate.parse(date);
        return found(body, done, done.latest());
    }

    private static List<String> found(QualificationBody body, Optional<Instant> end) {
        return found(body, null, end);
    }

    private static List<String> found(QualificationBody body, @Nullable UncertainDate done, Optional<Instant> end) {
        Checks checks = new Checks(LISTS, (intent, kind, id) -> true);
        body.check("/q/0", checks, done, end);
        return checks.findings().list().stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }
}
