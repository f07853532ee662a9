package org.aletheia.verifier.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/** A stored object as it lies in the evidence bucket, read once from its first byte to its last, in constant memory. */
public final class SealedObject implements AutoCloseable {
    private final InputStream in;
    private final ObjectHeader header;

    private SealedObject(InputStream in, ObjectHeader header) {
        this.in = in;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @param in from the first byte of the object on; closed with this
     * @throws ContentFaultException {@code object-header} or {@code object-end}
     */
    public static SealedObject open(InputStream in) throws IOException {
        try {
            return new SealedObject(in, new ObjectHeader(in.readNBytes(ObjectHeader.LENGTH)));
        } catch (ContentFaultException e) {
            in.close();
            throw e;
        }
    }

    /** Which object it says it is; true only once it was decrypted. */
    public UUID objectId() {
        return header.objectId();
    }

    /** Which unit key wraps its data key. */
    public UUID unitKeyId() {
        return header.unitKeyId();
    }

    /**
     * The key of this object alone.
     *
     * @throws ContentFaultException {@code data-key} where this unit key did not wrap it for this header
     */
    public byte[] dataKey(byte[] unitKey) {
        return header.dataKey(unitKey);
    }

    /**
     * Writes the whole content. Each segment is authentic when it is written; that all of them are there is known only
     * when this returns, so until then nobody may be given what was written.
     *
     * @throws ContentFaultException {@code segment}, {@code object-end} or {@code object-header}
     */
    public void decrypt(byte[] dataKey, OutputStream out) throws IOException {
        Segments segments = new Segments(in.readNBytes(Segments.HEADER), dataKey, objectId());
        byte[] sealed = in.readNBytes(Segments.SIZE - Segments.HEADER);
        boolean last = false;
        for (long number = 0; !last; number++) {
            byte[] next = in.readNBytes(Segments.SIZE);
            last = next.length == 0;
            out.write(segments.open(number, last, sealed));
            sealed = next;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
