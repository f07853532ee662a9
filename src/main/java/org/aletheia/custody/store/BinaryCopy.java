package org.aletheia.custody.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Subject;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows through PostgreSQL's binary COPY, the cheapest way in: no statement, no text. Not thread-safe. Closing
 * without {@link #finish()} gives the copy up, which fails the transaction.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int CHUNK = 1 << 16;
    private static final int NULL = -1;
    private static final int TEXT = 25;
    private static final int UUIDS = 2950;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(CHUNK + (CHUNK >> 2));
    private final DataOutputStream out = new DataOutputStream(buffer);

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
        write(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    /** @param target table and columns */
    static BinaryCopy into(Connection connection, String target) throws SQLException {
        return new BinaryCopy(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format binary)"));
    }

    BinaryCopy row(int columns) throws SQLException {
        if (buffer.size() >= CHUNK) {
            flush();
        }
        return write(() -> out.writeShort(columns));
    }

    BinaryCopy smallint(int value) {
        return write(() -> {
            out.writeInt(Short.BYTES);
            out.writeShort(value);
        });
    }

    BinaryCopy bigint(long value) {
        return write(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    BinaryCopy bytea(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    BinaryCopy text(String value) {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy uuid(@Nullable UUID value) {
        return write(() -> {
            if (value == null) {
                out.writeInt(NULL);
                return;
            }
            out.writeInt(2 * Long.BYTES);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        });
    }

    BinaryCopy texts(List<String> values) {
        List<byte[]> encoded = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                encoded.stream().mapToInt(value -> Integer.BYTES + value.length).sum();
        array(TEXT, values.size(), length);
        encoded.forEach(this::bytea);
        return this;
    }

    BinaryCopy uuids(List<UUID> values) {
        array(UUIDS, values.size(), values.size() * (Integer.BYTES + 2 * Long.BYTES));
        values.forEach(this::uuid);
        return this;
    }

    /** The {@link SealedRow#COLUMNS} columns of an event, in the order of the record's components, subjects in two. */
    BinaryCopy sealed(SealedRow row) {
        return uuid(row.eventId())
                .text(row.type())
                .text(row.group())
                .texts(row.subjects().stream().map(Subject::kind).toList())
                .uuids(row.subjects().stream().map(Subject::id).toList())
                .bytea(row.seed())
                .bytea(row.entry())
                .bytea(row.canonical());
    }

    /** Sends what is left and ends the copy. */
    void finish() throws SQLException {
        write(() -> out.writeShort(-1));
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Header of an array: no dimension when it is empty, else one that starts at 1. */
    private void array(int elementType, int size, int length) {
        write(() -> {
            out.writeInt((size == 0 ? 3 : 5) * Integer.BYTES + length);
            out.writeInt(size == 0 ? 0 : 1);
            out.writeInt(0);
            out.writeInt(elementType);
            if (size > 0) {
                out.writeInt(size);
                out.writeInt(1);
            }
        });
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.reset();
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private BinaryCopy write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
