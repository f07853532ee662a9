package org.aletheia.evidence.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.keys.TextSeals;

/** Parsers of single values that only statements about material use. Each refuses with a stable reason. */
final class Statements {
    private static final int MAX_URL = 4096;
    private static final int MAX_FILE_NAME = 1024;
    private static final Set<String> WEB = Set.of("http", "https", "ftp");
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \\t]*;[ \\t]*" + TOKEN + "=(?:" + TOKEN + "|\"[ !#-\\[\\]-~]{0,64}\"))*+");

    private Statements() {}

    /** An absolute web address. */
    static URI url(String text) {
        if (text.length() > MAX_URL) {
            throw new MalformedValueException("too-long", "longer than " + MAX_URL + " characters");
        }
        try {
            URI uri = new URI(text);
            boolean web =
                    uri.getScheme() != null && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            if (!web || uri.getRawAuthority() == null) {
                throw new MalformedValueException("url-malformed", "not an absolute web address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new MalformedValueException("url-malformed", "not an absolute web address");
        }
    }

    /** A media type with parameters (RFC 9110 §8.3.1), as stated. */
    static String mediaType(String text) {
        if (text.length() > 255 || !MEDIA_TYPE.matcher(text).matches()) {
            throw new MalformedValueException("media-type-malformed", "not a media type");
        }
        return text;
    }

    /** A file name as received: anything that can be shown, path separators too, since it is never used as a path. */
    static String fileName(String text) {
        if (text.isEmpty() || text.length() > MAX_FILE_NAME) {
            throw new MalformedValueException("file-name-length", "1 to " + MAX_FILE_NAME + " characters");
        }
        boolean shown = text.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (!shown) {
            throw new MalformedValueException("character-refused", "control characters and lone surrogates");
        }
        if (TextSeals.isSealed(text)) {
            throw new MalformedValueException("file-name-reserved", "the form of a sealed name");
        }
        return text;
    }

    /** A file name as tables have it: sealed, or as received where it came before there was a seal. */
    static String storedFileName(String text) {
        return TextSeals.isSealed(text) ? text : fileName(text);
    }
}
