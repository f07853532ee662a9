package org.aletheia.transparency;

/** Signs notes under one name with one key, wherever that key is kept. */
public interface NoteSigner {
    /** Name of the key, as in signature lines. */
    String name();

    /** Four-byte id of the key, as in signature lines. */
    int keyId();

    /**
     * Signs the text of a note.
     *
     * @param noteText UTF-8, its final newline included; a checkpoint for timestamped types
     * @return the bytes after the key id; for timestamped types the time first
     * @throws org.aletheia.kernel.MalformedValueException if a timestamped type is asked to sign something else than a
     *     checkpoint
     */
    byte[] sign(byte[] noteText);
}
