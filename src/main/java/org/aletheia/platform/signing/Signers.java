package org.aletheia.platform.signing;

/** The signers of this deployment, one a purpose. Safe for several threads. */
@FunctionalInterface
public interface Signers {
    /**
     * The signer for a purpose; the same one for the life of the process.
     *
     * @throws IllegalStateException where its keys cannot be used, with what to do about it
     */
    Signer of(SigningPurpose purpose);
}
