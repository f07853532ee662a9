package org.aletheia.fuzz;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/** Keys that are the same in each process: what one has signed must verify in the process that a fuzzer runs in. */
final class FixedKeys {
    private FixedKeys() {}

    /** The one key of this type, under a name. */
    static NoteKeyPair named(String name, SignatureType type) {
        NamedParameterSpec algorithm =
                type == SignatureType.ML_DSA_44 ? NamedParameterSpec.ML_DSA_44 : NamedParameterSpec.ED25519;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.getName());
            generator.initialize(algorithm, new Counting());
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - type.keyLength(), encoded.length);
            return NoteKeyPair.of(
                    new NoteVerifierKey(name, type, raw), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing random: 0, 1, 2 … */
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }
        }
    }
}
