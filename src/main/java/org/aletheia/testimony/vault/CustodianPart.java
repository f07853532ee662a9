package org.aletheia.testimony.vault;

import org.aletheia.kernel.Digest;

/**
 * One custodian's share of what opens an identity, as the vault keeps it.
 *
 * @param number which custodian of the scheme, from 1
 * @param sealed to that custodian
 * @param commitment by which the share is known to be right
 */
public record CustodianPart(int number, byte[] sealed, Digest commitment) {
    public CustodianPart {
        sealed = sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }
}
