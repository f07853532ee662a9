package org.aletheia.testing;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that the server logs while this is open, with messages, values and stack traces. */
public final class LogLines extends Handler implements AutoCloseable {
    private final StringBuffer lines = new StringBuffer();
    private final PatternFormatter formatter = new PatternFormatter("%d %p %c %X %s%e%n");

    private LogLines() {}

    /** Begins to listen. */
    public static LogLines capture() {
        LogLines lines = new LogLines();
        Logger.getLogger("").addHandler(lines);
        return lines;
    }

    /** What was logged so far. */
    public String text() {
        return lines.toString();
    }

    @Override
    public void publish(LogRecord line) {
        lines.append(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
