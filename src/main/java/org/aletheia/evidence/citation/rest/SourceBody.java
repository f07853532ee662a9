package org.aletheia.evidence.citation.rest;

import static org.aletheia.evidence.record.Checks.sure;

import java.util.UUID;
import java.util.regex.Pattern;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.citation.Anchor;
import org.aletheia.evidence.citation.Citation;
import org.aletheia.evidence.record.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A source as callers write it.
 *
 * @param item id of an item that the caller may read
 * @param about JSON pointer to a member of the record
 * @param support code of {@code source-support}
 * @param grade code of {@code information-grade}
 * @param note code of {@code source-note}
 */
record SourceBody(
        @Nullable String item,
        @Nullable String about,
        @Nullable AnchorBody anchor,
        @Nullable String support,
        @Nullable String grade,
        @Nullable String note) {
    /** Members of our own records are plain words and numbers; so a pointer can hold nothing else. */
    private static final Pattern POINTER = Pattern.compile("(?:/[A-Za-z0-9]{1,40}){1,8}");

    Citation check(Checks checks) {
        UUID cited = checks.reference(RecordKind.ITEM, "/item", checks.required("/item", item));
        boolean pointed = about == null || POINTER.matcher(about).matches();
        checks.findings().require(pointed, "/about", "pointer-form");
        Anchor where = anchor == null ? null : anchor.check(checks);
        String says = checks.code("source-support", "/support", checks.required("/support", support));
        String graded = checks.code("information-grade", "/grade", grade);
        String noted = checks.code("source-note", "/note", note);
        checks.throwIfAny();
        return new Citation(sure(cited), about, where, sure(says), graded, noted);
    }
}
