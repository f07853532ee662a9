package org.aletheia.testimony.door;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.aletheia.kernel.MalformedValueException;

/**
 * The word that a person chose beside the code, in the form in which it is compared: compatibility forms unified (NFKC),
 * lower case, one space where there were several.
 */
public final class DoorWord {
    private static final int LEAST = 3;
    private static final int MOST = 64;
    private static final int LONGEST = 1000;

    private final String normal;

    private DoorWord(String normal) {
        this.normal = normal;
    }

    /**
     * A word as somebody chooses it.
     *
     * @throws MalformedValueException {@code door-word} for one of fewer than 3 or more than 64 characters
     */
    static DoorWord chosen(String said) {
        DoorWord word = heard(said);
        int length = word.normal.codePointCount(0, word.normal.length());
        if (said.length() > LONGEST || length < LEAST || length > MOST) {
            throw new MalformedValueException("door-word", "a word has " + LEAST + " to " + MOST + " characters");
        }
        return word;
    }

    /** As {@link #chosen}; empty where that would refuse it. */
    public static Optional<DoorWord> ifChosen(String said) {
        try {
            return Optional.of(chosen(said));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** A word as somebody gives it at a door: whatever was typed is compared. */
    public static DoorWord heard(String said) {
        String bounded = said.substring(0, Math.min(said.length(), LONGEST));
        return new DoorWord(Normalizer.normalize(bounded, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " "));
    }

    byte[] bytes() {
        return normal.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "DoorWord[sealed]";
    }
}
