package org.aletheia.evidence.citation;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.Map;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.Checks;
import org.aletheia.evidence.record.Pointers;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.evidence.record.RecordContent;
import org.aletheia.kernel.UncertainDate;
import org.jspecify.annotations.Nullable;

/**
 * A source as callers write it.
 *
 * @param item id of an item that the caller may read
 * @param about JSON pointer to a member that the record has
 * @param support code of {@code source-support}
 * @param date EDTF: as of when the source says so, where it speaks of another time than the record
 * @param grade code of {@code information-grade}: of the information in the material
 * @param channelGrade code of {@code channel-grade}: of the channel by which the material came; refused for a first-hand
 *     account, whose channel is a person
 * @param note code of {@code source-note}
 */
public record SourceBody(
        @Nullable String item,
        @Nullable String about,
        @Nullable AnchorBody anchor,
        @Nullable String support,
        @Nullable String date,
        @Nullable String grade,
        @Nullable String channelGrade,
        @Nullable String note) {

    /**
     * The citation, or null where something was found.
     *
     * @param at pointer to this body
     * @param content what the record says; null where that was refused
     */
    public @Nullable Citation check(String at, Checks checks, @Nullable RecordContent content) {
        UUID cited = checks.reference(RecordKind.ITEM, at + "/item", checks.required(at + "/item", item));
        checkAbout(at + "/about", checks, content);
        Anchor where = anchor == null ? null : anchor.check(at + "/anchor", checks);
        String says = checks.code("source-support", at + "/support", checks.required(at + "/support", support));
        UncertainDate when = checks.date(at + "/date", date);
        String graded = checks.code("information-grade", at + "/grade", grade);
        String channel = checks.code("channel-grade", at + "/channelGrade", channelGrade);
        String noted = checks.code("source-note", at + "/note", note);
        boolean ofPerson = channel != null && Citation.FIRST_HAND.equals(noted);
        checks.findings().require(!ofPerson, at + "/channelGrade", "grade-of-a-person");
        return cited == null || says == null
                ? null
                : new Citation(cited, about, where, says, when, graded, channel, noted);
    }

    /** The citation of a body of its own. */
    public Citation check(Checks checks, RecordContent content) {
        Citation said = check("", checks, content);
        checks.throwIfAny();
        return sure(said);
    }

    private void checkAbout(String at, Checks checks, @Nullable RecordContent content) {
        if (about == null || !checks.findings().require(Pointers.isForm(about), at, "pointer-form")) {
            return;
        }
        Map<String, Object> members = content == null ? Map.of() : RecordCodec.encode(content);
        boolean known = content == null || Pointers.value(members, about).isPresent();
        checks.findings().require(known, at, "pointer-unknown");
    }
}
