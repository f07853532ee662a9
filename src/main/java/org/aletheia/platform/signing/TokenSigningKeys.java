package org.aletheia.platform.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.platform.keys.PrivateFiles;
import org.aletheia.platform.signing.pkcs11.Cryptoki;
import org.aletheia.platform.signing.pkcs11.Pkcs11Exception;
import org.aletheia.platform.signing.pkcs11.TokenSession;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 keys that were made on a token and cannot leave it, under labels such as {@code example.org/log checkpoint-ed25519},
 * from the second of a kind on with a number behind. One session, opened when it is first needed and again after each failure;
 * signatures come one after another.
 */
public final class TokenSigningKeys implements SigningKeys {
    private final Path library;
    private final String token;
    private final Path pinFile;
    private final String origin;
    private final InstantSource clock;
    private @Nullable Cryptoki module;
    private @Nullable TokenSession session;

    /**
     * Loads nothing yet.
     *
     * @param library the module, as its maker names it
     * @param token its label
     * @param pinFile holds the user's PIN in one line
     * @param clock gives the time of timestamped signatures
     */
    public TokenSigningKeys(Path library, String token, Path pinFile, String origin, InstantSource clock) {
        this.library = library;
        this.token = token;
        this.pinFile = pinFile;
        this.origin = origin;
        this.clock = clock;
    }

    /** Whether keys of this kind can be on a token: no token that is known signs with ML-DSA-44 yet. */
    public static boolean takes(SignatureType type) {
        return type != SignatureType.ML_DSA_44;
    }

    @Override
    public List<NoteVerifierKey> held(SigningPurpose purpose, SignatureType type) {
        return List.copyOf(numbered(purpose, type).values());
    }

    @Override
    public int newest(SigningPurpose purpose, SignatureType type) {
        return numbered(purpose, type).keySet().stream()
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** Two processes that make one at once may leave two keys of one label, which are refused from then on. */
    @Override
    public NoteVerifierKey make(SigningPurpose purpose, SignatureType type, int number) {
        String label = label(purpose, type) + (number == 1 ? "" : " " + number);
        if (!numbered(purpose, type).containsKey(number)) {
            with(open -> {
                open.generate(label);
                return label;
            });
        }
        return Optional.ofNullable(numbered(purpose, type).get(number))
                .orElseThrow(() -> new IllegalStateException("aletheia.keys.pkcs11: the token has made no " + label));
    }

    @Override
    public NoteSigner signer(NoteVerifierKey key) {
        String label = with(TokenSession::publicKeys).stream()
                .filter(found -> Arrays.equals(found.point(), key.publicKey()))
                .map(TokenSession.PublicKey::label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "aletheia.keys.pkcs11: token " + token + " lacks the key " + key.label()));
        return NoteSigner.of(key, clock, message -> with(open -> open.sign(label, message)));
    }

    private Map<Integer, NoteVerifierKey> numbered(SigningPurpose purpose, SignatureType type) {
        Pattern name = Pattern.compile(Pattern.quote(label(purpose, type)) + "(?: ([1-9][0-9]{0,3}))?");
        Map<Integer, NoteVerifierKey> keys = new TreeMap<>();
        for (TokenSession.PublicKey found : with(TokenSession::publicKeys)) {
            Matcher matcher = name.matcher(found.label());
            if (matcher.matches()) {
                int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
                NoteVerifierKey key = new NoteVerifierKey(purpose.keyName(origin), type, found.point());
                if (keys.put(number, key) != null) {
                    throw new IllegalStateException("aletheia.keys.pkcs11: two keys " + found.label()
                            + " on the token: remove the one that no list of the log's keys names");
                }
            }
        }
        return keys;
    }

    private String label(SigningPurpose purpose, SignatureType type) {
        return origin + " " + purpose.label(type);
    }

    private synchronized <T> T with(Function<TokenSession, T> use) {
        try {
            TokenSession open = session;
            if (open == null) {
                open = open();
                session = open;
            }
            return use.apply(open);
        } catch (Pkcs11Exception e) {
            forget();
            throw new SignerUnavailableException("aletheia.keys.pkcs11: token " + token + ": " + e.getMessage(), e);
        }
    }

    private TokenSession open() {
        Cryptoki loaded = module;
        if (loaded == null) {
            loaded = Cryptoki.load(library);
            module = loaded;
        }
        byte[] pin = pin();
        try {
            return TokenSession.open(loaded, token, pin);
        } finally {
            Arrays.fill(pin, (byte) 0);
        }
    }

    private void forget() {
        Stream.ofNullable(session).forEach(TokenSession::close);
        session = null;
    }

    private byte[] pin() {
        try {
            if (!PrivateFiles.isPrivate(pinFile)) {
                throw new IllegalStateException("aletheia.keys.pkcs11.pin-file: can be read by others: chmod 600");
            }
            byte[] line = Files.readAllBytes(pinFile);
            int end = line.length;
            while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
                end--;
            }
            byte[] pin = Arrays.copyOf(line, end);
            Arrays.fill(line, (byte) 0);
            return pin;
        } catch (IOException e) {
            throw new UncheckedIOException("aletheia.keys.pkcs11.pin-file: cannot be read", e);
        }
    }
}
