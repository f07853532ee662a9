package org.aletheia.evidence.record;

/** What a text field may hold: any script, line breaks and tabs, but no other control characters or half surrogates. */
final class PlainText {
    private PlainText() {}

    static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::allowed);
    }

    private static boolean allowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
