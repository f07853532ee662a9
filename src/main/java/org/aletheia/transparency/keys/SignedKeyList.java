package org.aletheia.transparency.keys;

import org.aletheia.kernel.MalformedValueException;
import org.aletheia.transparency.SignedNote;

/**
 * A list with the signed head of the log of lists up to it. Nothing in it may be relied on outside a {@link KeyHistory}.
 *
 * @param head a checkpoint of the origin {@link #logOrigin}, whose size is the list's number
 */
public record SignedKeyList(KeyList list, SignedNote head) {

    /** Name of the log whose entries are the lists of the log of this origin. */
    public static String logOrigin(String origin) {
        return origin + "/keys";
    }

    /**
     * Parses the list, an empty line, and the note.
     *
     * @throws MalformedValueException reasons of {@link KeyList#parse} and {@link SignedNote#parse(String)}
     */
    public static SignedKeyList parse(String text) {
        int end = text.indexOf("\n\n");
        KeyList.require(end >= 0, "form", "expected a list, an empty line, a signed note");
        return new SignedKeyList(KeyList.parse(text.substring(0, end + 1)), SignedNote.parse(text.substring(end + 2)));
    }

    /** As it is stored and published. */
    public String format() {
        return list.text() + "\n" + head.format();
    }
}
