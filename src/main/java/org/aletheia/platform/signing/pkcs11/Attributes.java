package org.aletheia.platform.signing.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An array of CK_ATTRIBUTE: type, pointer, length, each of eight bytes. */
final class Attributes {
    static final long CLASS = 0x0;
    static final long TOKEN = 0x1;
    static final long PRIVATE = 0x2;
    static final long LABEL = 0x3;
    static final long KEY_TYPE = 0x100;
    static final long SENSITIVE = 0x103;
    static final long SIGN = 0x108;
    static final long VERIFY = 0x10a;
    static final long EXTRACTABLE = 0x162;
    static final long EC_PARAMS = 0x180;
    static final long EC_POINT = 0x181;

    private static final long BYTES = JAVA_LONG.byteSize() + ADDRESS.byteSize() + JAVA_LONG.byteSize();

    private record Attribute(long type, byte[] value) {}

    private final List<Attribute> all = new ArrayList<>();

    Attributes with(long type, byte[] value) {
        all.add(new Attribute(type, value));
        return this;
    }

    Attributes with(long type, boolean value) {
        return with(type, new byte[] {(byte) (value ? 1 : 0)});
    }

    Attributes with(long type, long value) {
        return with(
                type,
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putLong(value)
                        .array());
    }

    Attributes with(long type, String value) {
        return with(type, value.getBytes(StandardCharsets.UTF_8));
    }

    long count() {
        return all.size();
    }

    /** As C wants them. */
    MemorySegment in(Arena arena) {
        MemorySegment array = arena.allocate(BYTES * all.size(), ADDRESS.byteAlignment());
        for (int i = 0; i < all.size(); i++) {
            byte[] value = all.get(i).value();
            write(array, i, all.get(i).type(), arena.allocateFrom(JAVA_BYTE, value), value.length);
        }
        return array;
    }

    /** One attribute that is to be read: into that memory, or only its length where there is none. */
    static MemorySegment wanted(Arena arena, long type, MemorySegment into, long length) {
        MemorySegment array = arena.allocate(BYTES, ADDRESS.byteAlignment());
        write(array, 0, type, into, length);
        return array;
    }

    /** What a module wrote as the length of one attribute. */
    static long length(MemorySegment attribute) {
        return attribute.get(JAVA_LONG, BYTES - JAVA_LONG.byteSize());
    }

    private static void write(MemorySegment array, int index, long type, MemorySegment value, long length) {
        long offset = index * BYTES;
        array.set(JAVA_LONG, offset, type);
        array.set(ADDRESS, offset + JAVA_LONG.byteSize(), value);
        array.set(JAVA_LONG, offset + JAVA_LONG.byteSize() + ADDRESS.byteSize(), length);
    }
}
