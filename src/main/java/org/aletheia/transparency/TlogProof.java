package org.aletheia.transparency;

import java.util.Arrays;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.StrictBase64;

/**
 * The offline receipt of one entry: its place, the path to the root, the signed checkpoint (C2SP tlog-proof, file ending
 * {@code .tlog-proof}).
 *
 * @param extra opaque bytes that nothing authenticates; empty for none
 * @param index of the entry, from 0
 * @param path inclusion path, leaf's sibling first; at most 63
 * @param checkpoint the signed note, character for character
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by value
public record TlogProof(byte[] extra, long index, List<Hash> path, String checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_PATH = 63;

    public TlogProof {
        extra = extra.clone();
        path = List.copyOf(path);
        if (index < 0 || path.size() > MAX_PATH) {
            throw new MalformedValueException("tlog-proof-range", "negative index or more than 63 hashes");
        }
        Checkpoint.parse(SignedNote.parse(checkpoint).text());
    }

    /** A proof without extra data. */
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
        return new TlogProof(new byte[0], proof.index(), proof.path(), checkpoint.format());
    }

    /**
     * Parses the text form.
     *
     * @throws MalformedValueException {@code tlog-proof-…}, or as {@link SignedNote#parse(String)} and
     *     {@link Checkpoint#parse}
     */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new MalformedValueException("tlog-proof-form", "no empty line before the checkpoint");
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int indexLine = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(HEADER)
                || lines.size() <= indexLine
                || !lines.get(indexLine).startsWith(INDEX)) {
            throw new MalformedValueException("tlog-proof-form", "expected " + HEADER + " and an index line");
        }
        long index = DecimalText.parse("tlog-proof-index", lines.get(indexLine).substring(INDEX.length()));
        List<Hash> path =
                lines.stream().skip(indexLine + 1L).map(Hash::ofBase64).toList();
        return new TlogProof(hasExtra ? extra(lines.get(1)) : new byte[0], index, path, text.substring(end + 2));
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    /** The signed note that the proof carries. */
    public SignedNote note() {
        return SignedNote.parse(checkpoint);
    }

    /** The tree head that the note states; to be believed only once the note has been opened. */
    public Checkpoint treeHead() {
        return Checkpoint.parse(note().text());
    }

    /** The inclusion proof against {@link #treeHead()}. */
    public InclusionProof inclusion() {
        return new InclusionProof(index, treeHead().size(), path);
    }

    /** The text form. */
    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(StrictBase64.encode(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that && format().equals(that.format());
    }

    @Override
    public int hashCode() {
        return format().hashCode();
    }

    @Override
    public String toString() {
        return format();
    }

    private static byte[] extra(String line) {
        byte[] extra = StrictBase64.decode(line.substring(EXTRA.length()));
        if (extra.length == 0) {
            throw new MalformedValueException("tlog-proof-extra", "no extra data: leave the line out");
        }
        return extra;
    }
}
