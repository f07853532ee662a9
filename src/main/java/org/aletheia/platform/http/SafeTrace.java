package org.aletheia.platform.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A stack trace that may be logged: classes and lines, no messages, because messages of drivers and parsers repeat what
 * a person wrote.
 */
public final class SafeTrace {
    private static final int CAUSES = 6;
    private static final int FRAMES = 8;

    private SafeTrace() {}

    /** The failure and its causes, each with its topmost frames, on one line. */
    public static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            trace.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame ->
                                    frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                            .collect(Collectors.joining(" ", " [", "]")));
        }
        return trace.toString();
    }
}
