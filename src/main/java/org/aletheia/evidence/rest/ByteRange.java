package org.aletheia.evidence.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a content that was asked for with {@code Range} (RFC 9110 §14).
 *
 * @param from first byte
 * @param to last byte, inclusive
 */
record ByteRange(long from, long to) {
    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    /**
     * Reads a request for one range of bytes. Other units, several ranges and malformed values are ignored, as RFC 9110
     * §14.2 allows: the caller then gets the whole.
     *
     * @throws UnsatisfiableException when no byte of the range exists
     */
    static Optional<ByteRange> of(@Nullable String header, long length) throws UnsatisfiableException {
        Matcher range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        return range.group(1).isEmpty()
                ? Optional.of(suffix(Long.parseLong(range.group(2)), length))
                : prefix(Long.parseLong(range.group(1)), range.group(2), length);
    }

    /** How many bytes. */
    long length() {
        return to - from + 1;
    }

    /** The value of {@code Content-Range}. */
    String contentRange(long whole) {
        return "bytes " + from + "-" + to + "/" + whole;
    }

    private static ByteRange suffix(long count, long length) throws UnsatisfiableException {
        if (count == 0 || length == 0) {
            throw new UnsatisfiableException();
        }
        return new ByteRange(Math.max(0, length - count), length - 1);
    }

    private static Optional<ByteRange> prefix(long from, String last, long length) throws UnsatisfiableException {
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return Optional.empty();
        }
        if (from >= length) {
            throw new UnsatisfiableException();
        }
        return Optional.of(new ByteRange(from, Math.min(to, length - 1)));
    }

    /** No byte of the range exists. */
    static final class UnsatisfiableException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
