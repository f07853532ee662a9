package org.aletheia.platform.signing.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.aletheia.platform.signing.pkcs11.Cryptoki.Function;

/** A session with a token, logged in as its user. For one thread at a time. Ed25519 alone: RFC 8032, CKM_EDDSA without parameters. */
public final class TokenSession {
    private static final long RW_SERIAL_SESSION = 0x2 | 0x4;
    private static final long USER = 1;
    private static final long ALREADY_LOGGED_IN = 0x100;
    private static final long PUBLIC_KEY = 2;
    private static final long PRIVATE_KEY = 3;
    private static final long EC_EDWARDS = 0x40;
    private static final long EDWARDS_KEY_PAIR_GEN = 0x1055;
    private static final long EDDSA = 0x1057;
    private static final int LABEL_LENGTH = 32;
    private static final int TOKEN_INFO_BYTES = 512;
    private static final int MOST_SLOTS = 256;
    private static final int MOST_OBJECTS = 1024;
    private static final int ED25519_SIGNATURE = 64;
    private static final int ED25519_POINT = 32;

    /** PrintableString "edwards25519", as PKCS#11 3.0 §2.3.10 names the curve. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("130c656477617264733235353139");

    private final Cryptoki module;
    private final long handle;

    private TokenSession(Cryptoki module, long handle) {
        this.module = module;
        this.handle = handle;
    }

    /** A public key on the token. @param point 32 bytes (RFC 8032 §5.1.2) */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record PublicKey(String label, byte[] point) {}

    /**
     * Opens one.
     *
     * @throws Pkcs11Exception where the token refuses
     * @throws IllegalStateException where there is no token of this label
     */
    public static TokenSession open(Cryptoki module, String tokenLabel, byte[] pin) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            module.call(
                    Function.C_OPEN_SESSION,
                    slot(module, tokenLabel, arena),
                    RW_SERIAL_SESSION,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    handle);
            TokenSession session = new TokenSession(module, handle.get(JAVA_LONG, 0));
            session.login(pin, arena);
            return session;
        }
    }

    private static long slot(Cryptoki module, String tokenLabel, Arena arena) {
        MemorySegment count = arena.allocateFrom(JAVA_LONG, MOST_SLOTS);
        MemorySegment slots = arena.allocate(JAVA_LONG, MOST_SLOTS);
        module.call(Function.C_GET_SLOT_LIST, (byte) 1, slots, count);
        for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
            long slot = slots.getAtIndex(JAVA_LONG, i);
            MemorySegment info = arena.allocate(TOKEN_INFO_BYTES, JAVA_LONG.byteAlignment());
            module.call(Function.C_GET_TOKEN_INFO, slot, info);
            String label = new String(info.asSlice(0, LABEL_LENGTH).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
            if (label.strip().equals(tokenLabel)) {
                return slot;
            }
        }
        throw new IllegalStateException("aletheia.keys.pkcs11.token: the module has no token " + tokenLabel);
    }

    private void login(byte[] pin, Arena arena) {
        MemorySegment secret = arena.allocateFrom(JAVA_BYTE, pin);
        long result = module.result(Function.C_LOGIN, handle, USER, secret, (long) pin.length);
        secret.fill((byte) 0);
        if (result != Cryptoki.OK && result != ALREADY_LOGGED_IN) {
            close();
            throw new Pkcs11Exception(Function.C_LOGIN, result);
        }
    }

    /** All Ed25519 keys on the token. */
    public List<PublicKey> publicKeys() {
        try (Arena arena = Arena.ofConfined()) {
            List<PublicKey> keys = new ArrayList<>();
            for (long object : find(
                    new Attributes().with(Attributes.CLASS, PUBLIC_KEY).with(Attributes.KEY_TYPE, EC_EDWARDS), arena)) {
                byte[] point = read(object, Attributes.EC_POINT, arena);
                if (point.length >= ED25519_POINT) {
                    String label = new String(read(object, Attributes.LABEL, arena), StandardCharsets.UTF_8);
                    keys.add(new PublicKey(label, raw(point)));
                }
            }
            return keys;
        }
    }

    /** Modules give the point bare or as a DER OCTET STRING, whose last bytes it is. */
    private static byte[] raw(byte[] point) {
        return Arrays.copyOfRange(point, point.length - ED25519_POINT, point.length);
    }

    /** Makes a key pair whose private part cannot leave the token. */
    public void generate(String label) {
        try (Arena arena = Arena.ofConfined()) {
            Attributes open = new Attributes()
                    .with(Attributes.TOKEN, true)
                    .with(Attributes.VERIFY, true)
                    .with(Attributes.EC_PARAMS, ED25519)
                    .with(Attributes.LABEL, label);
            Attributes secret = new Attributes()
                    .with(Attributes.TOKEN, true)
                    .with(Attributes.PRIVATE, true)
                    .with(Attributes.SENSITIVE, true)
                    .with(Attributes.EXTRACTABLE, false)
                    .with(Attributes.SIGN, true)
                    .with(Attributes.LABEL, label);
            module.call(
                    Function.C_GENERATE_KEY_PAIR,
                    handle,
                    mechanism(EDWARDS_KEY_PAIR_GEN, arena),
                    open.in(arena),
                    open.count(),
                    secret.in(arena),
                    secret.count(),
                    arena.allocate(JAVA_LONG),
                    arena.allocate(JAVA_LONG));
        }
    }

    /** Signs with the private key of a label, of which there must be one. */
    public byte[] sign(String label, byte[] message) {
        try (Arena arena = Arena.ofConfined()) {
            List<Long> keys =
                    find(new Attributes().with(Attributes.CLASS, PRIVATE_KEY).with(Attributes.LABEL, label), arena);
            if (keys.size() != 1) {
                throw new IllegalStateException("aletheia.keys.pkcs11: " + keys.size() + " private keys " + label);
            }
            module.call(Function.C_SIGN_INIT, handle, mechanism(EDDSA, arena), keys.getFirst());
            MemorySegment signature = arena.allocate(ED25519_SIGNATURE);
            MemorySegment length = arena.allocateFrom(JAVA_LONG, ED25519_SIGNATURE);
            module.call(
                    Function.C_SIGN,
                    handle,
                    arena.allocateFrom(JAVA_BYTE, message),
                    (long) message.length,
                    signature,
                    length);
            return signature.toArray(JAVA_BYTE);
        }
    }

    /** Never throws. */
    public void close() {
        module.result(Function.C_CLOSE_SESSION, handle);
    }

    private static MemorySegment mechanism(long type, Arena arena) {
        MemorySegment mechanism = arena.allocate(3 * JAVA_LONG.byteSize(), ADDRESS.byteAlignment());
        mechanism.set(JAVA_LONG, 0, type);
        return mechanism;
    }

    private List<Long> find(Attributes template, Arena arena) {
        module.call(Function.C_FIND_OBJECTS_INIT, handle, template.in(arena), template.count());
        try {
            MemorySegment objects = arena.allocate(JAVA_LONG, MOST_OBJECTS);
            MemorySegment count = arena.allocate(JAVA_LONG);
            module.call(Function.C_FIND_OBJECTS, handle, objects, (long) MOST_OBJECTS, count);
            List<Long> found = new ArrayList<>();
            for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
                found.add(objects.getAtIndex(JAVA_LONG, i));
            }
            return found;
        } finally {
            module.result(Function.C_FIND_OBJECTS_FINAL, handle);
        }
    }

    private byte[] read(long object, long type, Arena arena) {
        MemorySegment asked = Attributes.wanted(arena, type, MemorySegment.NULL, 0);
        module.call(Function.C_GET_ATTRIBUTE_VALUE, handle, object, asked, 1L);
        MemorySegment value = arena.allocate(Attributes.length(asked));
        module.call(
                Function.C_GET_ATTRIBUTE_VALUE,
                handle,
                object,
                Attributes.wanted(arena, type, value, value.byteSize()),
                1L);
        return value.toArray(JAVA_BYTE);
    }
}
