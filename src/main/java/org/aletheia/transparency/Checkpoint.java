package org.aletheia.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aletheia.kernel.MalformedValueException;

/**
 * The signed text of a log's tree head (C2SP tlog-checkpoint).
 *
 * @param origin name of the log, one line; the specification recommends a URL without scheme
 * @param size number of leaves
 * @param root Merkle tree hash over them
 * @param extensions further lines, not empty; discouraged, and not covered by ML-DSA-44 signatures
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int FIXED_LINES = 3;

    public Checkpoint {
        checkLine(origin);
        extensions = List.copyOf(extensions);
        extensions.forEach(Checkpoint::checkLine);
        new TreeHead(size, root);
    }

    /** A checkpoint without extensions. */
    public static Checkpoint of(String origin, TreeHead head) {
        return new Checkpoint(origin, head.size(), head.root(), List.of());
    }

    /**
     * Parses the text of a note, without its signatures.
     *
     * @throws MalformedValueException {@code checkpoint-form}, {@code checkpoint-line}, {@code checkpoint-size},
     *     {@code tree-size}, {@code tree-root}, {@code base64} or {@code hash-length}
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new MalformedValueException("checkpoint-form", "the last line does not end");
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        lines.removeLast();
        if (lines.size() < FIXED_LINES) {
            throw new MalformedValueException("checkpoint-form", "expected origin, size and root, one a line");
        }
        return new Checkpoint(
                lines.get(0),
                DecimalText.parse("checkpoint-size", lines.get(1)),
                Hash.ofBase64(lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /** Size and root. */
    public TreeHead head() {
        return new TreeHead(size, root);
    }

    /** The text to be signed. */
    public String format() {
        List<String> lines = new ArrayList<>(List.of(origin, Long.toString(size), root.base64()));
        lines.addAll(extensions);
        return String.join("\n", lines) + "\n";
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
            throw new MalformedValueException("checkpoint-line", "a line is empty or holds a control character");
        }
        NoteText.encode(line);
    }
}
