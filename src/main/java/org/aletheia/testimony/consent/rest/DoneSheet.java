package org.aletheia.testimony.consent.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.custody.format.EventField;
import org.aletheia.evidence.record.RecordVersion;
import org.aletheia.kernel.Ids;
import org.aletheia.testimony.consent.Consent;
import org.aletheia.testimony.consent.Done;
import org.aletheia.testimony.consent.Done.Step;
import org.aletheia.testimony.consent.Done.Told;
import org.aletheia.testimony.consent.WithdrawalNotice;
import org.aletheia.testimony.consent.rest.Sheet.Fact;
import org.aletheia.testimony.consent.rest.Sheet.Line;
import org.aletheia.testimony.consent.rest.Sheet.Section;
import org.jspecify.annotations.Nullable;

/** What was done with what somebody gave, each line with how it can be checked, and what was not honoured, by whom and why. */
final class DoneSheet {
    private static final String COMPLIED = "complied";

    private final RecordVersion<Consent> consent;
    private final Done done;
    private final SheetWords words;

    DoneSheet(RecordVersion<Consent> consent, Done done, SheetWords words) {
        this.consent = consent;
        this.done = done;
        this.words = words;
    }

    Sheet sheet() {
        return new Sheet(
                words.language(),
                words.text("done.title"),
                words.text("done.intro"),
                List.of(
                        new Fact(words.text("number"), consent.id().toString()),
                        new Fact(words.text("body"), words.body(consent.ownerOrg())),
                        new Fact(
                                words.text("state"),
                                words.label("consent-state", consent.content().state()))),
                List.of(
                        section(
                                "changes",
                                done.changes().stream().map(this::line).toList()),
                        section(
                                "handed-on",
                                done.handedOn().stream().map(this::line).toList()),
                        section("uses", done.uses().stream().map(this::line).toList()),
                        section("honoured", notices(COMPLIED::equals)),
                        section("not-honoured", notices(state -> !state.equals(COMPLIED)))),
                words.text("keep"));
    }

    private List<Line> notices(Predicate<String> states) {
        return done.notices().stream()
                .filter(told -> states.test(told.notice().content().state()))
                .map(this::line)
                .toList();
    }

    private Line line(Told told) {
        WithdrawalNotice notice = told.notice().content();
        String who = notice.recipient() == null ? words.text("done.outside") : words.body(notice.recipient());
        String said = who + ": " + words.label("withdrawal-answer", notice.state());
        String why = notice.ground() == null ? "" : " (" + words.label("withdrawal-ground", notice.ground()) + ")";
        return new Line(said + why, told.last() == null ? words.text("done.pending") : proof(told.last()));
    }

    private Line line(Step step) {
        String day = step.text(EventField.TIME).split("T", 2)[0];
        String what = words.text("done." + step.type())
                .replace("{who}", who(step))
                .replace("{state}", words.label("consent-state", step.text(EventField.REASON)));
        return new Line(day + " · " + words.text("kind." + step.kind().code()) + " · " + what, proof(step));
    }

    /** Who got it, else who used it. */
    private String who(Step step) {
        Map<?, ?> detail = step.detail();
        Map<?, ?> after = detail.get("custodianAfter") instanceof Map<?, ?> custodian ? custodian : Map.of();
        Object party = after.get("party");
        if (party != null) {
            return words.label("custody-role", party.toString());
        }
        Object organisation = after.containsKey("organisation") ? after.get("organisation") : detail.get("grantee");
        return body(organisation == null ? step.text(EventField.ORGANISATION) : organisation.toString());
    }

    private String body(String id) {
        UUID organisation = id.isEmpty() ? null : Ids.parse(id);
        return organisation == null ? words.text("done.outside") : words.body(organisation);
    }

    private String proof(Step step) {
        Done.@Nullable Covering covering = step.covering();
        String place = words.text("done.proof")
                .replace("{event}", step.eventId().toString())
                .replace("{index}", Long.toString(step.index()));
        return covering == null
                ? place + " " + words.text("done.pending")
                : place
                        + " "
                        + words.text("done.checkpoint")
                                .replace("{origin}", covering.origin())
                                .replace("{size}", Long.toString(covering.size()));
    }

    private Section section(String key, List<Line> lines) {
        return new Section(words.text("done." + key), lines, words.text("nothing"));
    }
}
