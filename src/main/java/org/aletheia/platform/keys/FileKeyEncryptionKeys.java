package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Key-encryption keys in files of one directory: {@link KeyFiles}. */
@ApplicationScoped
public class FileKeyEncryptionKeys implements KeyEncryptionKeys {
    private static final byte FORMAT = 1;

    private final KeyFiles files;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();
    private final AtomicReference<String> current = new AtomicReference<>("");

    public FileKeyEncryptionKeys(KeysConfig config) {
        this.files = new KeyFiles(config.directory());
    }

    /**
     * Takes the current key into use, at start.
     *
     * @param mayCreate whether to make a first key where there is none
     * @throws UnsafeKeysException naming the property and the remedy
     */
    public void prepare(boolean mayCreate) {
        current.set(files.current().orElseGet(() -> first(mayCreate)));
        key(current());
    }

    /** Makes the first key of a directory where there is none, and reads the one in use. */
    public static void make(Path directory) {
        KeyFiles files = new KeyFiles(directory);
        files.read(files.current().orElseGet(files::create));
    }

    /** Makes a new key and wraps with it from now on; what older keys wrapped stays readable and can be re-wrapped. */
    public void rotate() {
        current.set(files.create());
    }

    @Override
    public String current() {
        return current.get();
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associated) {
        byte[] sealed = AesGcm.seal(key(current()), key, associated);
        byte[] wrapped = new byte[sealed.length + 1];
        wrapped[0] = FORMAT;
        System.arraycopy(sealed, 0, wrapped, 1, sealed.length);
        return wrapped;
    }

    @Override
    public byte[] unwrap(String name, byte[] wrapped, byte[] associated) {
        if (wrapped.length == 0 || wrapped[0] != FORMAT) {
            throw new BrokenSealException();
        }
        byte[] sealed = new byte[wrapped.length - 1];
        System.arraycopy(wrapped, 1, sealed, 0, sealed.length);
        return AesGcm.open(key(name), sealed, associated);
    }

    private byte[] key(String name) {
        return read.computeIfAbsent(name, files::read);
    }

    private String first(boolean mayCreate) {
        if (!mayCreate) {
            throw new UnsafeKeysException(
                    "the key register holds keys, but aletheia.keys.directory holds no key-encryption key: a new one could"
                            + " not open them. Restore the directory that belongs to this database",
                    null);
        }
        return files.create();
    }
}
