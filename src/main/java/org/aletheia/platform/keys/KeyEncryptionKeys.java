package org.aletheia.platform.keys;

/**
 * The provider of key-encryption keys, which never leave it. A provider may be a service of its own: every call may take
 * network time, so none is made inside a transaction.
 */
public interface KeyEncryptionKeys {
    /** Name of the key that wraps now; says nothing of the key. It may be another at the next call. */
    String current();

    /** Wraps with the key that wraps now and names it; bound to the associated data. */
    RegisteredKey.Wrapping wrap(byte[] key, byte[] associated);

    /**
     * The reverse, under the key of that name.
     *
     * @throws KeyMissingException where the provider has no such key
     * @throws BrokenSealException where the bytes or the associated data are not those of {@link #wrap}
     */
    byte[] unwrap(String name, byte[] wrapped, byte[] associated);
}
