package org.aletheia.verifier.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What opens an object, as whoever decrypts has been given it. */
public sealed interface ContentKey {
    /**
     * The data key of this object.
     *
     * @throws ContentFaultException {@code key}, {@code unit-key} or {@code data-key}
     * @throws IOException a file cannot be read
     */
    byte[] dataKey(SealedObject object) throws IOException;

    /** The key of one object alone: what a court is given. */
    record DataKey(Path file) implements ContentKey {
        @Override
        public byte[] dataKey(SealedObject object) throws IOException {
            return KeyFiles.read(file);
        }
    }

    /** The key of one item, person or batch. */
    record UnitKey(Path file) implements ContentKey {
        @Override
        public byte[] dataKey(SealedObject object) throws IOException {
            return object.dataKey(KeyFiles.read(file));
        }
    }

    /** A unit key from the keys bucket and the key-encryption key that wraps it: what an operator restores from. */
    record Registered(Path copy, Path kek) implements ContentKey {
        @Override
        public byte[] dataKey(SealedObject object) throws IOException {
            KeyRegisterCopy registered = KeyRegisterCopy.parse(Files.readAllBytes(copy));
            if (!registered.id().equals(object.unitKeyId())) {
                throw new ContentFaultException(
                        ContentFault.UNIT_KEY,
                        "expected unit key " + object.unitKeyId() + ", " + copy + " holds " + registered.id());
            }
            return object.dataKey(registered.unitKey(KeyFiles.read(kek)));
        }
    }
}
