package org.aletheia.evidence.rendition.passage;

/**
 * A text as an eye reads it: without the characters that show nothing (marks of direction, joiners, soft hyphens, the Arabic
 * stretch), which could part a number or a name in two. Each character knows where in the text it stands.
 */
final class ReadableText {
    private static final int STRETCH = 0x640;

    private final StringBuilder seen;
    /** By character of {@link #seen}: which code point of the text it is of. */
    private final int[] places;

    private ReadableText(StringBuilder seen, int[] places) {
        this.seen = seen;
        this.places = places;
    }

    static ReadableText of(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        int point = 0;
        for (int at = 0; at < text.length(); point++) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Character.getType(character) != Character.FORMAT && character != STRETCH) {
                int before = seen.length();
                seen.appendCodePoint(character);
                for (int i = before; i < seen.length(); i++) {
                    places[i] = point;
                }
            }
        }
        return new ReadableText(seen, places);
    }

    CharSequence seen() {
        return seen;
    }

    /** A passage of the text. @param start in {@link #seen} @param end behind its last character there */
    Passage passage(String kind, int start, int end) {
        return new Passage(kind, places[start], places[end - 1] + 1);
    }
}
