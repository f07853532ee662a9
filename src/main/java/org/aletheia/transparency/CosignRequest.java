package org.aletheia.transparency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aletheia.kernel.MalformedValueException;

/**
 * What a log asks of a cosigner: the body of {@code add-checkpoint} (C2SP tlog-witness). Holds what it was given; nothing
 * of it may be relied on before {@link CosignRules} has decided.
 *
 * @param oldSize of the tree that the cosigner is thought to have cosigned last; 0 also for none
 * @param path consistency proof from that size to the checkpoint's, at most 63 hashes
 * @param note the checkpoint with its signatures
 */
public record CosignRequest(long oldSize, List<Hash> path, SignedNote note) {
    /** Most bytes of a body: 63 hashes and some seventy signatures of the longest kind. */
    public static final int MAX_LENGTH = 1 << 18;

    private static final String OLD = "old ";
    private static final int MAX_PATH = 63;

    public CosignRequest {
        path = List.copyOf(path);
        if (oldSize < 0 || path.size() > MAX_PATH) {
            throw new MalformedValueException("cosign-range", "negative size or more than 63 hashes");
        }
        Checkpoint.parse(note.text());
    }

    /** Asks to cosign a checkpoint with the proof that leads to it. */
    public static CosignRequest of(ConsistencyProof proof, SignedNote note) {
        return new CosignRequest(proof.oldSize(), proof.path(), note);
    }

    /**
     * Parses a body.
     *
     * @throws MalformedValueException {@code cosign-form}, {@code cosign-size}, {@code cosign-range}, or as
     *     {@link SignedNote#parse(byte[])}, {@link Checkpoint#parse} and {@link Hash#ofBase64}
     */
    public static CosignRequest parse(byte[] body) {
        if (body.length > MAX_LENGTH) {
            throw new MalformedValueException("cosign-form", "longer than any request");
        }
        String text = NoteText.decode(body);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(OLD)) {
            throw new MalformedValueException("cosign-form", "expected old size, hashes, an empty line, a checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (lines.size() > 1 + MAX_PATH) {
            throw new MalformedValueException("cosign-range", "more than 63 hashes");
        }
        long oldSize = DecimalText.parse("cosign-size", lines.getFirst().substring(OLD.length()));
        List<Hash> path = lines.stream().skip(1).map(Hash::ofBase64).toList();
        return new CosignRequest(oldSize, path, SignedNote.parse(text.substring(end + 2)));
    }

    /** The tree head that the note states. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }

    /** The proof against {@link #checkpoint()}. */
    public ConsistencyProof consistency() {
        return new ConsistencyProof(oldSize, checkpoint().size(), path);
    }

    /** The body. */
    public String format() {
        String hashes = path.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        return OLD + oldSize + "\n" + hashes + "\n" + note.format();
    }
}
