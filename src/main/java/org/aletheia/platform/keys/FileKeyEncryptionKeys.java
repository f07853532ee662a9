package org.aletheia.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
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
     * The key with which a database begins that names none.
     *
     * @param mayCreate whether to make one where there is none
     * @throws UnsafeKeysException naming the property and the remedy
     */
    public String first(boolean mayCreate) {
        return files.current().orElseGet(() -> made(mayCreate));
    }

    /**
     * Wraps with this key from now on.
     *
     * @throws KeyMissingException where there is no file of it
     * @throws UnsafeKeysException where it is damaged, or others could read it
     */
    public void use(String name) {
        key(name);
        current.set(name);
    }

    /** Keeps these keys in memory no longer. */
    public void forget(Collection<String> names) {
        read.keySet().removeAll(names);
    }

    /** Makes the first key of a directory where there is none, and reads the one in use. */
    public static void make(Path directory) {
        KeyFiles files = new KeyFiles(directory);
        files.read(files.current().orElseGet(files::create));
    }

    /** Makes a further key in a directory, which wraps nothing yet; its name. */
    public static String makeNext(Path directory) {
        return new KeyFiles(directory).make();
    }

    /** The names of the keys of which there are files. */
    public Set<String> held() {
        return files.names();
    }

    /** Makes a further key, which wraps nothing yet; its name. */
    public String make() {
        return files.make();
    }

    /** Has databases that name no key begin with this one. @throws UnsafeKeysException where the directory is not to be written */
    public void pointTo(String name) {
        files.pointTo(name);
    }

    @Override
    public String current() {
        return current.get();
    }

    @Override
    public RegisteredKey.Wrapping wrap(byte[] key, byte[] associated) {
        String name = current(); // once: it may be another a moment later
        byte[] sealed = AesGcm.seal(key(name), key, associated);
        byte[] wrapped = new byte[sealed.length + 1];
        wrapped[0] = FORMAT;
        System.arraycopy(sealed, 0, wrapped, 1, sealed.length);
        return new RegisteredKey.Wrapping(name, wrapped);
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

    private String made(boolean mayCreate) {
        if (!mayCreate) {
            throw new UnsafeKeysException(
                    "the key register holds keys, but aletheia.keys.directory holds no key-encryption key: a new one could"
                            + " not open them. Restore the directory that belongs to this database",
                    null);
        }
        return files.create();
    }
}
