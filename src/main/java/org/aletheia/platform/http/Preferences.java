package org.aletheia.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller would like but does not insist on (RFC 7240). What is not understood is ignored, as §2 asks. */
public final class Preferences {
    /** Name of the request header. */
    public static final String HEADER = "Prefer";
    /** Name of the response header. */
    public static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("(?i)wait\\s*=\\s*\"?([0-9]{1,9})\"?");

    private Preferences() {}

    /** How long the caller would wait for more than can be had at once ({@code wait}, §4.3); the first statement counts. */
    public static Optional<Duration> wait(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(preference -> WAIT.matcher(preference.split(";", 2)[0].strip()))
                .filter(Matcher::matches)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .findFirst();
    }
}
