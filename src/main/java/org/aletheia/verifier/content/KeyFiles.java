package org.aletheia.verifier.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/** A key alone in a file: 32 bytes in base64 on one line. */
final class KeyFiles {
    private static final int LONGEST = 1024;

    private KeyFiles() {}

    /**
     * @throws ContentFaultException {@code key}
     * @throws IOException the file cannot be read
     */
    static byte[] read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new ContentFaultException(ContentFault.KEY, file + " is no key");
        }
        return parse(Files.readAllBytes(file), file);
    }

    private static byte[] parse(byte[] text, Path file) {
        try {
            byte[] key = StrictBase64.decode(new String(text, StandardCharsets.US_ASCII).strip());
            if (key.length == Aes256Gcm.KEY) {
                return key;
            }
        } catch (MalformedValueException e) {
            // said below, without a byte of what may be another secret
        }
        throw new ContentFaultException(ContentFault.KEY, file + " is no key of 32 bytes in base64");
    }
}
