package org.aletheia.kernel.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.UUID;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HPKE as another library has it, and what is sealed opens nowhere but in its place. */
@Tag("unit")
class HpkeTest {
    private static final byte[] MESSAGE = "who it was".getBytes(StandardCharsets.UTF_8);
    private static final byte[] INFO = "aletheia/test/v1\n".getBytes(StandardCharsets.UTF_8);

    private final HpkeKeys keys = Hpke.generate();

    @BeforeAll
    static void register() throws GeneralSecurityException {
        HybridConfig.register();
    }

    @Test
    void anotherLibraryOpensWhatWasSealed() throws GeneralSecurityException {
        byte[] sealed = Hpke.seal(keys.publicKey(), INFO, MESSAGE);
        assertThat(sealed).hasSize(MESSAGE.length + Hpke.OVERHEAD);
        HybridDecrypt other = tink().getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        assertThat(other.decrypt(sealed, INFO)).isEqualTo(MESSAGE);
    }

    @Test
    void whatAnotherLibrarySealedIsOpened() throws GeneralSecurityException {
        HybridEncrypt other =
                tink().getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        byte[] sealed = other.encrypt(MESSAGE, INFO);
        assertThat(Hpke.open(keys.privateKey(), INFO, sealed)).contains(MESSAGE);
    }

    @Test
    void nothingOpensAlteredOrElsewhere() throws InvalidKeyException {
        byte[] sealed = Hpke.seal(keys.publicKey(), INFO, MESSAGE);
        assertThat(Hpke.open(keys.privateKey(), INFO, sealed)).contains(MESSAGE);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(Hpke.open(keys.privateKey(), INFO, altered))
                    .as("byte " + i)
                    .isEmpty();
        }
        assertThat(Hpke.open(Hpke.generate().privateKey(), INFO, sealed)).isEmpty();
        assertThat(Hpke.open(keys.privateKey(), new byte[0], sealed)).isEmpty();
        assertThat(Hpke.open(keys.privateKey(), INFO, new byte[Hpke.OVERHEAD - 1]))
                .isEmpty();
        assertThat(Hpke.open(keys.privateKey(), INFO, new byte[Hpke.OVERHEAD])).isEmpty();
        assertThat(Hpke.open(new byte[5], INFO, sealed)).isEmpty();
        assertThat(Hpke.seal(keys.publicKey(), INFO, MESSAGE)).isNotEqualTo(sealed);
    }

    @Test
    void aKeyToWhichNothingMayBeSealedIsNone() {
        byte[] one = new byte[Hpke.KEY_LENGTH];
        one[0] = 1;
        for (byte[] wrong : new byte[][] {new byte[Hpke.KEY_LENGTH], one, new byte[31], new byte[33]}) {
            assertThat(Hpke.accepts(wrong)).isFalse();
            assertThatThrownBy(() -> Hpke.seal(wrong, INFO, MESSAGE)).isInstanceOf(InvalidKeyException.class);
        }
        assertThat(Hpke.accepts(keys.publicKey())).isTrue();
        assertThat(Hpke.matches(keys.publicKey(), keys.privateKey())).isTrue();
        assertThat(Hpke.matches(keys.publicKey(), Hpke.generate().privateKey())).isFalse();
        assertThat(Hpke.matches(keys.publicKey(), new byte[3])).isFalse();
    }

    @Test
    void aShareOpensForItsCustodianItsRevealAndItsPlaceAlone() throws InvalidKeyException {
        ShareSeal seal = new ShareSeal(UUID.randomUUID(), 2);
        Share share = SplitSecret.split(new byte[Hpke.KEY_LENGTH], 2, 3).get(1);
        byte[] kept = seal.keep(keys.publicKey(), share);
        assertThat(kept).hasSize(ShareSeal.SEALED_LENGTH);
        assertThat(seal.openKept(keys.privateKey(), kept).orElseThrow().bytes()).isEqualTo(share.bytes());
        assertThat(new ShareSeal(seal.split(), 1).openKept(keys.privateKey(), kept))
                .isEmpty();
        assertThat(new ShareSeal(UUID.randomUUID(), 2).openKept(keys.privateKey(), kept))
                .isEmpty();

        HpkeKeys reveal = Hpke.generate();
        UUID id = UUID.randomUUID();
        byte[] given = seal.give(id, reveal.publicKey(), share);
        assertThat(given).hasSize(ShareSeal.SEALED_LENGTH);
        assertThat(seal.openGiven(id, reveal.privateKey(), given).orElseThrow().bytes())
                .isEqualTo(share.bytes());
        assertThat(seal.openGiven(UUID.randomUUID(), reveal.privateKey(), given))
                .isEmpty();
        assertThat(seal.openGiven(id, keys.privateKey(), given)).isEmpty();
        assertThat(seal.openKept(reveal.privateKey(), given)).isEmpty();
        assertThat(seal.openGiven(id, reveal.privateKey(), Hpke.seal(reveal.publicKey(), INFO, MESSAGE)))
                .isEmpty();

        assertThat(seal.commitment(share))
                .isEqualTo(seal.commitment(new Share(2, share.bytes().clone())))
                .isNotEqualTo(new ShareSeal(seal.split(), 1).commitment(share));
    }

    private KeysetHandle tink() throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        HpkePublicKey publicKey = HpkePublicKey.create(parameters, Bytes.copyFrom(keys.publicKey()), null);
        HpkePrivateKey privateKey = HpkePrivateKey.create(
                publicKey, SecretBytes.copyFrom(keys.privateKey(), InsecureSecretKeyAccess.get()));
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(privateKey).withFixedId(7).makePrimary())
                .build();
    }
}
