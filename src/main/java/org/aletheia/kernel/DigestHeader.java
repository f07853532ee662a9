package org.aletheia.kernel;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The value of a {@code Repr-Digest} or {@code Content-Digest} field (RFC 9530 §2, §3): a dictionary of byte sequences
 * (RFC 8941 §3.2, §3.3.5), for example {@code sha-256=:<base64>:, sha-512=:<base64>:}.
 *
 * <p>Stricter than RFC 8941 in one point: two different values for one known algorithm are refused rather than the last
 * one taken, since for evidence a contradiction must be heard.
 */
public final class DigestHeader {
    private static final String KEY = "[a-z*][a-z0-9_.*-]*+";
    private static final String BYTES = ":[A-Za-z0-9+/=]*+:";
    private static final String BARE_ITEM = "(?:\"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*+\"|\\?[01]|"
            + BYTES + "|-?[0-9]++(?:\\.[0-9]{1,3})?|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*+)";
    private static final String PARAMETERS = "(?:;[ ]*+" + KEY + "(?:=" + BARE_ITEM + ")?)*+";
    private static final Pattern MEMBER = Pattern.compile("(" + KEY + ")=(" + BYTES + ")" + PARAMETERS);
    private static final Pattern COMMA = Pattern.compile("[ \\t]*+,[ \\t]*+");
    private static final int MAX_LENGTH = 4096;

    private DigestHeader() {}

    /**
     * The digests of known algorithms, strongest last; empty when only unknown ones are given. Several field lines are to
     * be joined with a comma first.
     *
     * @throws MalformedValueException {@code digest-header-length}, {@code digest-header-form},
     *     {@code digest-header-base64}, {@code digest-header-contradiction} or {@code digest-length}
     */
    public static List<Digest> parse(String field) {
        if (field.length() > MAX_LENGTH) {
            throw new MalformedValueException("digest-header-length", "longer than " + MAX_LENGTH + " characters");
        }
        Map<DigestAlgorithm, Digest> found = new EnumMap<>(DigestAlgorithm.class);
        String text = trimSpaces(field);
        int position = 0;
        while (position < text.length()) {
            position = member(text, position, found);
        }
        return new ArrayList<>(found.values());
    }

    /** The field value for these digests, in the given order. */
    public static String format(Collection<Digest> digests) {
        return digests.stream()
                .map(digest -> digest.algorithm().label() + "=:" + digest.base64() + ":")
                .collect(Collectors.joining(", "));
    }

    private static int member(String text, int start, Map<DigestAlgorithm, Digest> found) {
        Matcher member = MEMBER.matcher(text).region(start, text.length());
        if (!member.lookingAt()) {
            throw form(start);
        }
        String value = member.group(2);
        byte[] bytes = decode(value.substring(1, value.length() - 1));
        DigestAlgorithm.ofLabel(member.group(1)).ifPresent(algorithm -> put(found, new Digest(algorithm, bytes)));
        return member.end() == text.length() ? member.end() : afterComma(text, member.end());
    }

    private static int afterComma(String text, int start) {
        Matcher comma = COMMA.matcher(text).region(start, text.length());
        if (!comma.lookingAt() || comma.end() == text.length()) {
            throw form(start);
        }
        return comma.end();
    }

    private static void put(Map<DigestAlgorithm, Digest> found, Digest digest) {
        Digest before = found.put(digest.algorithm(), digest);
        if (before != null && !before.equals(digest)) {
            throw new MalformedValueException(
                    "digest-header-contradiction",
                    "two values for " + digest.algorithm().label());
        }
    }

    private static byte[] decode(String base64) {
        try {
            // RFC 8941 §4.2.7: parsers should not fail on missing padding or non-zero pad bits.
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedValueException("digest-header-base64", "not base64");
        }
    }

    private static String trimSpaces(String field) {
        int start = 0;
        int end = field.length();
        while (start < end && field.charAt(start) == ' ') {
            start++;
        }
        while (end > start && field.charAt(end - 1) == ' ') {
            end--;
        }
        return field.substring(start, end);
    }

    private static MalformedValueException form(int position) {
        return new MalformedValueException(
                "digest-header-form", "expected <algorithm>=:<base64>: at character " + position);
    }
}
