package org.aletheia.custody.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * What the text of a promise says: this entry will be in this log no later than then. Four lines; never a checkpoint, of
 * which the second line is a number.
 *
 * @param origin of the log
 * @param entry the 32 bytes that the log is to hold: they commit to all fields of the event
 * @param integratedBy the latest time of a checkpoint that covers it, cut to milliseconds
 */
public record Promise(String origin, Digest entry, Instant integratedBy) {
    /** First line. */
    public static final String FORMAT = "aletheia/promise/v1";

    private static final int LINES = 4;

    public Promise {
        integratedBy = EventTimes.checked(integratedBy.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Name of the keys that sign promises about the log of this origin. */
    public static String keyName(String origin) {
        return origin + "/promise";
    }

    /**
     * Parses the text of a note.
     *
     * @throws MalformedValueException {@code promise-form}, {@code base64}, {@code digest-length} or {@code event-time}
     */
    public static Promise parse(String text) {
        // only a newline ends a line: lines() would take a carriage return for one
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != LINES + 1
                || !text.endsWith("\n")
                || !lines.getFirst().equals(FORMAT)) {
            throw new MalformedValueException("promise-form", "expected " + FORMAT + ", origin, entry and time");
        }
        return new Promise(
                lines.get(1),
                new Digest(DigestAlgorithm.SHA_256, StrictBase64.decode(lines.get(2))),
                EventTimes.parse(lines.get(3)));
    }

    /** The text to be signed. */
    public String text() {
        return String.join("\n", FORMAT, origin, entry.base64(), EventTimes.format(integratedBy)) + "\n";
    }
}
