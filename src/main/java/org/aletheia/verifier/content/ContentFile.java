package org.aletheia.verifier.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.function.Predicate;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.DigestAlgorithm;
import org.aletheia.kernel.StrictBase64;

/**
 * Decrypts a stored object into a file, whole or not at all.
 *
 * <p>Order: all is written to a file beside the wanted one, which only its owner can read; then whoever asked decides by the
 * digest; then one rename gives it its name. A crash, a fault and a refusal leave nothing under that name; a crash may
 * leave a file {@code .decrypting-…}, to be deleted.
 */
public final class ContentFile {
    private ContentFile() {}

    /**
     * Decrypts.
     *
     * @param object as it lies in the bucket; where its name is a UUID, it must be that of the object
     * @param wanted a file that is not there yet
     * @param accepted sees the SHA-256 of the whole content; the file is kept only if it says so
     * @return the SHA-256 of the content
     * @throws ContentFaultException the object or a key is not what it has to be
     * @throws IOException a file cannot be read or written, or {@code wanted} is there
     */
    public static Digest decrypt(Path object, ContentKey key, Path wanted, Predicate<Digest> accepted)
            throws IOException {
        NewFile.refuseExisting(wanted);
        Path written = Files.createTempFile(wanted.toAbsolutePath().getParent(), ".decrypting-", "");
        try {
            Digest digest = write(object, key, written);
            if (accepted.test(digest)) {
                NewFile.name(written, wanted);
            }
            return digest;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * Writes the key of one object alone into a file for its owner alone.
     *
     * @throws ContentFaultException the object or a key is not what it has to be
     * @throws IOException a file cannot be read or written, or {@code wanted} is there
     */
    public static void exportDataKey(Path object, ContentKey key, Path wanted) throws IOException {
        NewFile.refuseExisting(wanted);
        try (SealedObject sealed = open(object)) {
            String text = StrictBase64.encode(key.dataKey(sealed)) + "\n";
            NewFile.write(wanted, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Digest write(Path object, ContentKey key, Path written) throws IOException {
        MessageDigest digest = DigestAlgorithm.SHA_256.newMessageDigest();
        try (SealedObject sealed = open(object);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(written), digest)) {
            sealed.decrypt(key.dataKey(sealed), out);
        }
        return new Digest(DigestAlgorithm.SHA_256, digest.digest());
    }

    /** Objects that changed places still decrypt: each carries its own id, so the name must be held against it. */
    private static SealedObject open(Path object) throws IOException {
        SealedObject sealed = SealedObject.open(new BufferedInputStream(Files.newInputStream(object)));
        String name = object.getFileName().toString();
        if (isUuid(name) && !sealed.objectId().equals(UUID.fromString(name))) {
            sealed.close();
            throw new ContentFaultException(
                    ContentFault.OBJECT_ID, "expected object " + name + ", found " + sealed.objectId());
        }
        return sealed;
    }

    private static boolean isUuid(String name) {
        return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
