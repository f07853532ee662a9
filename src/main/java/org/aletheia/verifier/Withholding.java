package org.aletheia.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.Receipt;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.verifier.content.NewFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes a receipt or history that says less and verifies as before: the values and salts of some fields give way to their
 * commitments. What the formats do not know is left out, since it might say the same. Nothing is verified here.
 */
final class Withholding {
    private Withholding() {}

    /**
     * Writes the document with these fields withheld in each event, beside those that are withheld already.
     *
     * @param names of fields, with commas between
     * @param wanted is written whole or not at all, for its owner alone, and must not be there yet
     * @throws IOException a file cannot be read or written, or {@code wanted} is there
     * @throws MalformedValueException the document or a name is none
     */
    static Verdict write(Path document, String names, Path wanted) throws IOException {
        Set<EventField> fields = fields(names);
        byte[] less = CanonicalJson.write(less(Files.readAllBytes(document), fields));
        NewFile.write(wanted, less);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.note(
                Check.WITHHELD,
                fields.stream().map(EventField::label).collect(Collectors.joining(", ")) + " in " + wanted));
        if (fields.contains(EventField.TYPE) || fields.contains(EventField.DETAIL)) {
            findings.add(Finding.note(Check.FILE, "nobody can hold a file against it: that takes type and detail"));
        }
        findings.add(
                Finding.notChecked("the document", "it was rewritten, and says what it said but for these fields"));
        return new Verdict(
                findings,
                "written: entries, proofs and promises are those of before, so that it verifies as before.",
                "nothing was written.");
    }

    private static Set<EventField> fields(String names) {
        Set<EventField> fields = EnumSet.noneOf(EventField.class);
        for (String name : names.split(",", -1)) {
            fields.add(EventField.ofLabel(name)
                    .orElseThrow(() -> new MalformedValueException("field", "no field of an event: " + name)));
        }
        return fields;
    }

    private static Map<String, @Nullable Object> less(byte[] document, Set<EventField> fields) {
        Object json = CanonicalJson.parse(document);
        if (json instanceof Map<?, ?> map && ItemHistory.FORMAT.equals(map.get("format"))) {
            ItemHistory history = ItemHistory.parse(document);
            return new ItemHistory(history.entries().stream()
                            .map(entry -> less(entry, fields))
                            .toList())
                    .json();
        }
        Receipt receipt = Receipt.parse(document);
        return new Receipt(
                        receipt.event().withhold(fields),
                        receipt.promise(),
                        receipt.proof(),
                        receipt.quarantined(),
                        receipt.timestamps())
                .json();
    }

    /** An opening shows the subject, so it goes with it. */
    private static ItemHistory.Entry less(ItemHistory.Entry entry, Set<EventField> fields) {
        return new ItemHistory.Entry(
                entry.number(),
                entry.event().withhold(fields),
                fields.contains(EventField.SUBJECT) ? Optional.empty() : entry.opening(),
                entry.proof());
    }
}
