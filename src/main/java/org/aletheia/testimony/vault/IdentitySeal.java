package org.aletheia.testimony.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.keys.UnitKey;

/** Seals under the key of a person (AES-256-GCM), each text bound to its place: moved elsewhere it does not open. */
final class IdentitySeal {
    private IdentitySeal() {}

    static byte[] seal(UnitKey key, VaultSubject subject, int version, Identity identity) {
        byte[] text = RecordCodec.write(identity).getBytes(StandardCharsets.UTF_8);
        return key.wrap(text, identityPlace(subject, version));
    }

    static Identity open(UnitKey key, SealedIdentity sealed) {
        byte[] text = key.unwrap(sealed.sealed(), identityPlace(sealed.subject(), sealed.version()));
        return RecordCodec.read(new String(text, StandardCharsets.UTF_8), Identity.class);
    }

    static byte[] sealReason(UnitKey key, UUID reveal, String reason) {
        return key.wrap(reason.getBytes(StandardCharsets.UTF_8), reasonPlace(reveal));
    }

    static String openReason(UnitKey key, UUID reveal, byte[] sealed) {
        return new String(key.unwrap(sealed, reasonPlace(reveal)), StandardCharsets.UTF_8);
    }

    static byte[] sealRemark(UnitKey key, UUID reveal, String remark) {
        return key.wrap(remark.getBytes(StandardCharsets.UTF_8), remarkPlace(reveal));
    }

    static String openRemark(UnitKey key, UUID reveal, byte[] sealed) {
        return new String(key.unwrap(sealed, remarkPlace(reveal)), StandardCharsets.UTF_8);
    }

    private static byte[] identityPlace(VaultSubject subject, int version) {
        return place("identity/v1\n" + subject.kind().code() + "\n" + subject.id() + "\n" + version);
    }

    private static byte[] reasonPlace(UUID reveal) {
        return place("reveal-reason/v1\n" + reveal);
    }

    private static byte[] remarkPlace(UUID reveal) {
        return place("reveal-remark/v1\n" + reveal);
    }

    private static byte[] place(String name) {
        return ("aletheia/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
