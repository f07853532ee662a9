package org.aletheia.verifier;

import static org.aletheia.verifier.FixtureWriter.bytes;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Fixtures of stored objects and keys. */
final class ObjectFixtures {
    private static final String UNIT_KEY = "--unit-key ./unit-key";
    private static final String REGISTERED = "--register ./copy --kek ./kek";

    private final FixtureWriter writer;
    private final TestObject made;

    ObjectFixtures(Path all) throws IOException, GeneralSecurityException {
        this.writer = new FixtureWriter(all);
        this.made = new TestObject(bytes("what was received\n"));
    }

    void write() throws IOException, GeneralSecurityException {
        right();
        object("object-header", "of a version that is not known", flipped(0), UNIT_KEY);
        object("object-id", "its header was given another id", flipped(20), UNIT_KEY);
        object("data-key", "its header was given another unit key's id", flipped(25), UNIT_KEY);
        object("segment", "its last byte was altered", flipped(made.bytes.length - 1), UNIT_KEY);
        object("object-end", "it was cut", Arrays.copyOf(made.bytes, TestObject.HEADER + 39), UNIT_KEY);
        object("unit-key", "the copy is of another unit key than the object names", flipped(25), REGISTERED);
        write("key", "the key is none", made.id.toString(), made.bytes, "--unit-key ../file.txt", "key");
        write(
                "object-id-of-a-file",
                "two objects changed places",
                UUID.randomUUID().toString(),
                made.bytes,
                UNIT_KEY,
                "object-id");
    }

    private void right() throws IOException, GeneralSecurityException {
        write("right-object", "as it was stored", made.id.toString(), made.bytes, UNIT_KEY, "");
    }

    private void object(String code, String about, byte[] object, String key)
            throws IOException, GeneralSecurityException {
        write(code, about, made.id.toString(), object, key, code);
    }

    private void write(String name, String about, String file, byte[] object, String key, String fails)
            throws IOException, GeneralSecurityException {
        Map<String, byte[]> keys = key.equals(REGISTERED)
                ? Map.of("copy", bytes(made.registerCopy()), "kek", bytes(TestObject.base64(made.kek) + "\n"))
                : Map.of("unit-key", bytes(TestObject.base64(made.unitKey) + "\n"));
        Map<String, byte[]> all = new HashMap<>(keys);
        all.put(file, object);
        writer.fixture(name, about, "decrypt ./" + file + " OUT --no-receipt " + key, fails, all);
    }

    private byte[] flipped(int at) {
        byte[] bytes = made.bytes.clone();
        bytes[at] ^= 1;
        return bytes;
    }
}
