package org.aletheia.testimony.vault;

import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.split.Hpke;
import org.aletheia.kernel.split.HpkeKeys;
import org.aletheia.kernel.split.ShareSeal;
import org.aletheia.kernel.split.SplitSecret;
import org.aletheia.kernel.split.SplitSecret.Share;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.testimony.vault.SealedIdentity.Split;
import org.aletheia.testimony.vault.custodians.Custodian;
import org.aletheia.testimony.vault.custodians.CustodianScheme;

/**
 * Seals an identity to a key pair of its own, made for this one version. The private key is split among the custodians and
 * forgotten before anything is stored: who stores needs no custodian, who reads needs as many as the scheme says, and what they
 * give opens this version and nothing else.
 */
record SplitSeal(UUID id, SealedIdentity sealed, List<CustodianPart> parts) {
    static SplitSeal of(UnitKey key, VaultSubject subject, int version, Identity identity, CustodianScheme scheme) {
        UUID split = Ids.random();
        HpkeKeys own = Hpke.generate();
        List<Share> shares = SplitSecret.split(
                own.privateKey(), scheme.needed(), scheme.custodians().size());
        try {
            byte[] sealed = IdentitySeal.seal(key, subject, version, identity, split, own.publicKey());
            return new SplitSeal(
                    split,
                    new SealedIdentity(subject, version, key.id(), sealed, new Split(split, scheme.id())),
                    parts(split, shares, scheme));
        } finally {
            Arrays.fill(own.privateKey(), (byte) 0);
            forget(shares);
        }
    }

    private static List<CustodianPart> parts(UUID split, List<Share> shares, CustodianScheme scheme) {
        List<CustodianPart> parts = new ArrayList<>();
        for (Custodian custodian : scheme.custodians()) {
            Share share = shares.get(custodian.number() - 1);
            ShareSeal seal = new ShareSeal(split, custodian.number());
            try {
                parts.add(new CustodianPart(
                        custodian.number(), seal.keep(custodian.key(), share), seal.commitment(share)));
            } catch (InvalidKeyException e) {
                throw new IllegalStateException("the public key of a custodian was looked at when it came", e);
            }
        }
        return parts;
    }

    /**
     * Opens with exactly as many right shares as are needed, and forgets them.
     *
     * @throws org.aletheia.platform.keys.BrokenSealException where they are not of this identity
     */
    static Identity open(UnitKey key, SealedIdentity sealed, Split split, List<Share> shares) {
        byte[] privateKey = SplitSecret.combine(shares);
        try {
            return IdentitySeal.open(key, sealed, split.id(), privateKey);
        } finally {
            Arrays.fill(privateKey, (byte) 0);
            forget(shares);
        }
    }

    private static void forget(List<Share> shares) {
        shares.forEach(share -> Arrays.fill(share.bytes(), (byte) 0));
    }
}
