package org.aletheia.verifier;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.aletheia.kernel.Digest;
import org.aletheia.kernel.SecureBytes;

/** A stored object and its keys, made by Tink and the JDK after docs/formats-content.md: by no code of the product. */
final class TestObject {
    static final int HEADER = 99;
    static final int SEGMENT = 1 << 20;

    final UUID id = UUID.randomUUID();
    final UUID unitKeyId = UUID.randomUUID();
    final byte[] dataKey = SecureBytes.random(32);
    final byte[] unitKey = SecureBytes.random(32);
    final byte[] kek = SecureBytes.random(32);
    final byte[] bytes;

    TestObject(byte[] content) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(header());
        AesGcmHkdfStreaming tink = new AesGcmHkdfStreaming(dataKey, "HmacSha256", 32, SEGMENT, 0);
        try (OutputStream encrypting = tink.newEncryptingStream(object, bound("aletheia/content/v1\n", id))) {
            encrypting.write(content);
        }
        bytes = object.toByteArray();
    }

    /** The copy of its unit key in the keys bucket. */
    String registerCopy() throws GeneralSecurityException {
        byte[] wrapped = wrap(kek, unitKey, bound("aletheia/unit-key/v1\n", unitKeyId));
        byte[] versioned = ByteBuffer.allocate(1 + wrapped.length)
                .put((byte) 1)
                .put(wrapped)
                .array();
        return "{\"format\":1,\"id\":\"" + unitKeyId + "\",\"purpose\":\"item\",\"subject\":\"" + UUID.randomUUID()
                + "\",\"revision\":1,\"wrappedBy\":\""
                + Digest.sha256(ascii("aletheia/kek-name/v1\n"), kek).hex().substring(0, 16)
                + "\",\"wrapped\":\"" + base64(versioned) + "\",\"createdAt\":\"2026-11-23T00:00:00Z\"}";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] header() throws GeneralSecurityException {
        ByteBuffer fixed = ByteBuffer.allocate(39);
        fixed.put((byte) 1).putShort((short) HEADER).put((byte) 1).put((byte) 1);
        put(fixed, id);
        put(fixed, unitKeyId);
        fixed.putShort((short) 60);
        return ByteBuffer.allocate(HEADER)
                .put(fixed.array())
                .put(wrap(unitKey, dataKey, fixed.array()))
                .array();
    }

    private static byte[] bound(String context, UUID id) {
        ByteBuffer associated = ByteBuffer.allocate(context.length() + 16).put(ascii(context));
        put(associated, id);
        return associated.array();
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte[] wrap(byte[] key, byte[] secret, byte[] associated) throws GeneralSecurityException {
        byte[] nonce = SecureBytes.random(12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(associated);
        byte[] sealed = cipher.doFinal(secret);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
