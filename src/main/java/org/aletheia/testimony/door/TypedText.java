package org.aletheia.testimony.door;

import java.util.regex.Pattern;

/** What somebody typed into a form. */
public final class TypedText {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");

    private TypedText() {}

    /** The same with one kind of line ends, and without control characters and what stands around it. */
    public static String clean(String typed) {
        return CONTROLS.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
    }
}
