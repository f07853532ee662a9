package org.aletheia.reparations.claim;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.aletheia.kernel.Digest;

/**
 * The digest by which two claims for one property are seen to be so. A cadastral number leads to an owner, so it is not
 * kept. The digest hides it from sight and search; whoever has a register of all numbers can find it by trying them.
 */
public final class PropertyMark {
    private PropertyMark() {}

    /** The mark of an identifier, without regard to case, spaces and punctuation. */
    public static String of(String identifier) {
        String plain = Normalizer.normalize(identifier, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return Digest.sha256(("aletheia/property/v1\n" + plain).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
