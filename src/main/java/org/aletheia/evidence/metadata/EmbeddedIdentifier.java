package org.aletheia.evidence.metadata;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.MalformedValueException;

/**
 * What material carries to tell itself from other material, as whoever looked into it found it. The number of a device leads
 * to whose it is, so it is not kept: only its mark, by which two files of one device are seen to be so. The mark hides the
 * number from sight and search; whoever has a list of all numbers can find it by trying them.
 *
 * @param scheme code of the list {@code item-identifier}
 * @param value letters, digits and {@code ._:/-}; of a device the mark, 64 hexadecimal digits
 */
public record EmbeddedIdentifier(String scheme, String value) {
    /** The scheme of which no value is kept. */
    public static final String DEVICE = "device-serial";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{64}");

    /** The identifier of a value as it stands in the material. @throws MalformedValueException {@code identifier-form} */
    static EmbeddedIdentifier of(String scheme, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new MalformedValueException("identifier-form", "letters, digits and ._:/- only, at most 200");
        }
        return new EmbeddedIdentifier(scheme, scheme.equals(DEVICE) ? mark(value) : value);
    }

    /** A device by the mark that readers got. @throws MalformedValueException {@code identifier-mark} */
    static EmbeddedIdentifier marked(String mark) {
        if (!MARK.matcher(mark).matches()) {
            throw new MalformedValueException("identifier-mark", "not 64 lower-case hexadecimal digits");
        }
        return new EmbeddedIdentifier(DEVICE, mark);
    }

    /** Whether it is that of a device, which makes many files. */
    public boolean device() {
        return scheme.equals(DEVICE);
    }

    /** The same for identifiers that differ in case and in what stands between letters and digits alone. */
    public String plain() {
        return scheme + ":" + plain(value);
    }

    private static String mark(String value) {
        return Digest.sha256(("aletheia/device/v1\n" + plain(value)).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static String plain(String value) {
        return value.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
