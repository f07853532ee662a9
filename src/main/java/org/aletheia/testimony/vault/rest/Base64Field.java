package org.aletheia.testimony.vault.rest;

import org.aletheia.evidence.record.Checks;
import org.aletheia.kernel.StrictBase64;
import org.jspecify.annotations.Nullable;

/** Reads keys and sealed shares of a request. */
final class Base64Field {
    private static final int LONGEST = 200;

    private Base64Field() {}

    /** The bytes; none, with a finding, where there is no base64. */
    static byte[] read(String pointer, @Nullable String value, Checks checks) {
        String given = checks.text(pointer, checks.required(pointer, value), LONGEST);
        byte[] read = given == null ? null : checks.findings().parse(pointer, () -> StrictBase64.decode(given));
        return read == null ? new byte[0] : read;
    }
}
