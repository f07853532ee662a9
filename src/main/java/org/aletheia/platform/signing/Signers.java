package org.aletheia.platform.signing;

/** The signers of this deployment, one a purpose. Safe for several threads. */
@FunctionalInterface
public interface Signers {
    /**
     * The signer for a purpose, which follows the log's list of keys: another change of it needs no other signer.
     *
     */
    Signer of(SigningPurpose purpose);
}
