package org.aletheia.platform.signing;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/** Keys on a token, where there is one and it can sign with their kind, and in files. */
public final class HeldKeys implements SigningKeys {
    private final SigningKeys files;
    private final SigningKeys token;

    private HeldKeys(SigningKeys files, SigningKeys token) {
        this.files = files;
        this.token = token;
    }

    /** As configured. Looks at nothing yet. */
    public static SigningKeys of(SigningKeysConfig config, String origin, InstantSource clock) {
        SigningKeys files = new FileSigningKeys(config.directory(), origin, clock);
        return config.pkcs11()
                .<SigningKeys>map(token -> new HeldKeys(
                        files, new TokenSigningKeys(token.library(), token.token(), token.pinFile(), origin, clock)))
                .orElse(files);
    }

    /** Those in files stand before those on the token: a log that has moved to a token has them from before. */
    @Override
    public List<NoteVerifierKey> held(SigningPurpose purpose, SignatureType type) {
        List<NoteVerifierKey> inFiles = files.held(purpose, type);
        return TokenSigningKeys.takes(type)
                ? Stream.concat(inFiles.stream(), token.held(purpose, type).stream())
                        .toList()
                : inFiles;
    }

    @Override
    public int newest(SigningPurpose purpose, SignatureType type) {
        return home(type).newest(purpose, type);
    }

    @Override
    public NoteVerifierKey make(SigningPurpose purpose, SignatureType type, int number) {
        return home(type).make(purpose, type, number);
    }

    @Override
    public NoteSigner signer(NoteVerifierKey key) {
        boolean inFile = Arrays.stream(SigningPurpose.values())
                .filter(purpose -> purpose.types().contains(key.type()))
                .anyMatch(purpose -> files.held(purpose, key.type()).contains(key));
        return (inFile || !TokenSigningKeys.takes(key.type()) ? files : token).signer(key);
    }

    /** Where new keys of a kind are made. */
    private SigningKeys home(SignatureType type) {
        return TokenSigningKeys.takes(type) ? token : files;
    }
}
