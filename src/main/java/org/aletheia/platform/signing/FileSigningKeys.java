package org.aletheia.platform.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.NoteSigner;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignatureType;

/**
 * Keys in files of one directory, {@code checkpoint-ed25519.key} and so on; further ones of a kind have a number from 2 at
 * their end ({@code checkpoint-ed25519-2.key}). Signs in this process with the keys in memory.
 */
public final class FileSigningKeys implements SigningKeys {
    private final Path directory;
    private final String origin;
    private final InstantSource clock;
    private final Map<NoteVerifierKey, NoteSigner> signers = new ConcurrentHashMap<>();

    /** @param clock gives the time of timestamped signatures */
    public FileSigningKeys(Path directory, String origin, InstantSource clock) {
        this.directory = directory;
        this.origin = origin;
        this.clock = clock;
    }

    private record Numbered(int number, Path path) {}

    @Override
    public List<NoteVerifierKey> held(SigningPurpose purpose, SignatureType type) {
        return files(purpose, type).stream()
                .map(file -> read(file.path(), purpose, type))
                .toList();
    }

    @Override
    public int newest(SigningPurpose purpose, SignatureType type) {
        List<Numbered> files = files(purpose, type);
        return files.isEmpty() ? 0 : files.getLast().number();
    }

    /** Of processes that make the same one at once all get the one that was linked first. */
    @Override
    public NoteVerifierKey make(SigningPurpose purpose, SignatureType type, int number) {
        Path path = directory.resolve(purpose.label(type) + (number == 1 ? "" : "-" + number) + ".key");
        return remember(new KeyFile(path).loadOrCreate(purpose.keyName(origin), type));
    }

    @Override
    public NoteSigner signer(NoteVerifierKey key) {
        return Optional.ofNullable(signers.get(key))
                .or(() -> lookedUp(key))
                .orElseThrow(() -> new IllegalStateException("aletheia.keys.directory: no file holds the key "
                        + key.label() + ": put it there from its backup, or revoke it"));
    }

    private Optional<NoteSigner> lookedUp(NoteVerifierKey key) {
        for (SigningPurpose purpose : SigningPurpose.values()) {
            if (purpose.keyName(origin).equals(key.name())) {
                held(purpose, key.type());
            }
        }
        return Optional.ofNullable(signers.get(key));
    }

    private NoteVerifierKey read(Path path, SigningPurpose purpose, SignatureType type) {
        return remember(new KeyFile(path).load(purpose.keyName(origin), type));
    }

    private NoteVerifierKey remember(NoteKeyPair pair) {
        signers.putIfAbsent(pair.verifierKey(), pair.signer(clock));
        return pair.verifierKey();
    }

    private List<Numbered> files(SigningPurpose purpose, SignatureType type) {
        Pattern name = Pattern.compile(Pattern.quote(purpose.label(type)) + "(?:-([1-9][0-9]{0,3}))?\\.key");
        try (Stream<Path> all = Files.list(directory)) {
            return all.flatMap(path -> numbered(name, path).stream())
                    .sorted(Comparator.comparingInt(Numbered::number))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // made with the first key
        } catch (IOException e) {
            throw new UncheckedIOException("aletheia.keys.directory: cannot be read", e);
        }
    }

    private static Optional<Numbered> numbered(Pattern name, Path path) {
        Matcher matcher = name.matcher(path.getFileName().toString());
        return matcher.matches()
                ? Optional.of(new Numbered(matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1)), path))
                : Optional.empty();
    }
}
