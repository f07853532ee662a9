package org.aletheia.custody.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.aletheia.kernel.MalformedValueException;

/** Rules for characters in JSON texts and strings. */
final class JsonText {
    private JsonText() {}

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedValueException("json-encoding", "not UTF-8");
        }
    }

    static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && !Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw new MalformedValueException("json-string", "a string holds U+0000 or a lone surrogate");
            }
            i++;
        }
        return text;
    }
}
