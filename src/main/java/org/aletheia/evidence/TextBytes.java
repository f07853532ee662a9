package org.aletheia.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from bytes: by a byte order mark, else by the charset that the media type names, else as UTF-8. The end may be cut
 * within a character.
 */
final class TextBytes {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([A-Za-z0-9._:-]+)\"?");

    private TextBytes() {}

    /** The text; empty for bytes that are no text: with U+0000, or mostly undecodable. */
    static Optional<String> decode(byte[] bytes, String mediaType) {
        String text = text(bytes, mediaType);
        while (text.endsWith("\uFFFD")) {
            text = text.substring(0, text.length() - 1);
        }
        long undecodable = text.chars().filter(c -> c == '\uFFFD').count();
        boolean plain = text.indexOf('\0') < 0 && undecodable * 10 <= text.length();
        return plain ? Optional.of(text) : Optional.empty();
    }

    private static String text(byte[] bytes, String mediaType) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, stated(mediaType));
    }

    private static String decode(byte[] bytes, int mark, Charset charset) {
        return charset.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark)).toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset stated(String mediaType) {
        Matcher charset = CHARSET.matcher(mediaType);
        try {
            return charset.find() && Charset.isSupported(charset.group(1))
                    ? Charset.forName(charset.group(1))
                    : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
