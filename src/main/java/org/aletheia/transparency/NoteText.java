package org.aletheia.transparency;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/** Character rules of C2SP signed-note: UTF-8 without control characters other than newline; names of keys. */
final class NoteText {
    private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Z}\\p{Cc}]{1,255}", Pattern.UNICODE_CHARACTER_CLASS);

    private NoteText() {}

    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedValueException("note-encoding", "not UTF-8");
        }
    }

    /** UTF-8 bytes; a lone surrogate is refused instead of replaced, since something else would be signed. */
    static byte[] encode(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new MalformedValueException("note-encoding", "holds a lone surrogate");
        }
    }

    static void check(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedValueException("note-control-character", "only newline is allowed");
        }
        encode(text);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches() || encode(name).length > 255) {
            throw new MalformedValueException(
                    "note-key-name", "a key name has 1 to 255 bytes without space, plus or control characters");
        }
    }
}
