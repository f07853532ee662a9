package org.aletheia.testimony.vault;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.UUID;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.platform.keys.BrokenSealException;
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

    /** Sealed to the key that is split first, so that under the person's key there is nothing to read. */
    static byte[] seal(UnitKey key, VaultSubject subject, int version, Identity identity, UUID split, byte[] splitKey) {
        byte[] text = RecordCodec.write(identity).getBytes(StandardCharsets.UTF_8);
        byte[] place = splitPlace(subject, version, split);
        try {
            return key.wrap(Hpke.seal(splitKey, place, text), place);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key that was made for this takes it", e);
        }
    }

    /** @throws BrokenSealException where that is not the key that was split */
    static Identity open(UnitKey key, SealedIdentity sealed, UUID split, byte[] splitPrivateKey) {
        byte[] place = splitPlace(sealed.subject(), sealed.version(), split);
        byte[] text = Hpke.open(splitPrivateKey, place, key.unwrap(sealed.sealed(), place))
                .orElseThrow(BrokenSealException::new);
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

    private static byte[] splitPlace(VaultSubject subject, int version, UUID split) {
        return place(
                "identity-split/v1\n" + subject.kind().code() + "\n" + subject.id() + "\n" + version + "\n" + split);
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
