package org.aletheia.platform.signing.pkcs11;

/** A PKCS#11 function did not succeed. */
public final class Pkcs11Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long result;

    Pkcs11Exception(Cryptoki.Function function, long result) {
        super(function + " answered 0x" + Long.toHexString(result));
        this.result = result;
    }

    /** CKR_… of the specification. */
    public long result() {
        return result;
    }
}
