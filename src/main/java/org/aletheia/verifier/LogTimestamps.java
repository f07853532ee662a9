package org.aletheia.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last timestamp of each authority that a published log shows: a list, and below it checkpoints and tokens. */
final class LogTimestamps {
    private static final String FOLDER = "timestamps/";
    private static final String LIST = FOLDER + "latest";
    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,17}) ([a-z0-9][a-z0-9-]{0,31})");
    private static final int MOST = 32;

    private final NavigableMap<Long, List<TimestampCheck.Stamp>> stamps = new TreeMap<>();
    private final NavigableMap<Long, byte[]> checkpoints = new TreeMap<>();

    private LogTimestamps() {}

    /** None. */
    static LogTimestamps none() {
        return new LogTimestamps();
    }

    /**
     * Reads what the list names.
     *
     * @throws IOException the files could not be had; nothing is known then
     */
    static LogTimestamps read(LogFiles files, List<Finding> findings) throws IOException {
        LogTimestamps read = new LogTimestamps();
        Optional<byte[]> list = files.find(LIST);
        if (list.isPresent()) {
            // each line ends with a newline, so that a list that was cut is no list
            List<String> lines = List.of(new String(list.get(), StandardCharsets.UTF_8).split("\n", MOST + 1));
            if (!lines.getLast().isEmpty()) {
                findings.add(Finding.failed(
                        Check.TIMESTAMP_FORM, LIST + " does not end with its last line, or names more than " + MOST));
                return read;
            }
            for (String line : lines.subList(0, lines.size() - 1)) {
                read.line(line, files, findings);
            }
        }
        return read;
    }

    /** The sizes of the checkpoints, smallest first. */
    Set<Long> sizes() {
        return checkpoints.navigableKeySet();
    }

    /** The checkpoint of a size, byte for byte. */
    byte[] checkpoint(long size) {
        return checkpoints.getOrDefault(size, new byte[0]);
    }

    /** Whether a token is of the checkpoint of that size. */
    boolean isOf(TimestampCheck.Stamp stamp, long size) {
        return stamps.getOrDefault(size, List.of()).contains(stamp);
    }

    /** All tokens, those of the smallest checkpoint first. */
    List<TimestampCheck.Stamp> stamps() {
        return stamps.values().stream().flatMap(List::stream).toList();
    }

    private void line(String line, LogFiles files, List<Finding> findings) throws IOException {
        Matcher named = LINE.matcher(line);
        if (!named.matches()) {
            findings.add(Finding.failed(Check.TIMESTAMP_FORM, LIST + " has a line that is not <size> <authority>"));
            return;
        }
        String folder = FOLDER + named.group(1) + "/";
        Optional<byte[]> checkpoint = found(files, folder + "checkpoint", findings);
        String path = folder + named.group(2) + ".tst";
        Optional<byte[]> token = found(files, path, findings);
        if (checkpoint.isPresent() && token.isPresent()) {
            long size = Long.parseLong(named.group(1));
            checkpoints.put(size, checkpoint.get());
            stamps.computeIfAbsent(size, key -> new ArrayList<>())
                    .add(new TimestampCheck.Stamp(path, checkpoint.get(), token.get()));
        }
    }

    private static Optional<byte[]> found(LogFiles files, String path, List<Finding> findings) throws IOException {
        Optional<byte[]> found = files.find(path);
        if (found.isEmpty()) {
            findings.add(Finding.failed(Check.MISSING, path));
        }
        return found;
    }
}
