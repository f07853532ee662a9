package org.aletheia.evidence.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.StatedTime;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.timestamp.TimestampToken;

/**
 * What a receipt proves and does not prove, in words, with the name of the log and the time. A receipt with its proof proves
 * of an event that brought bytes that these were held, of another that the log held the event; without a proof it proves that
 * something was promised, or nothing.
 */
final class ReceiptSentences {
    private final AnswerTexts texts;

    ReceiptSentences(AnswerTexts texts) {
        this.texts = texts;
    }

    /**
     * Two sentences: what it proves, what not.
     *
     * @param bytes whether the receipt's event is one of receipt, open as to the digests of what was received
     */
    List<String> of(Receipt receipt, boolean bytes, String language) {
        String event = bytes ? "" : "event-";
        return List.of(proves(receipt, event + "proves", language), texts.text(language, event + "proves-not"));
    }

    private String proves(Receipt receipt, String key, String language) {
        if (receipt.proof().isPresent()) {
            TlogProof proof = TlogProof.parse(receipt.proof().get());
            String time = time(receipt, proof).map(Instant::toString).orElse("?");
            return filled(language, key, proof.treeHead().origin(), time);
        }
        return receipt.promise()
                .map(note -> Promise.parse(SignedNote.parse(note).text()))
                .map(promise -> filled(
                        language,
                        "promises",
                        promise.origin(),
                        promise.integratedBy().toString()))
                .orElse(texts.text(language, "unproven"));
    }

    /** The latest that the timestamps allow, else the latest that a signature of the checkpoint states. */
    private static Optional<Instant> time(Receipt receipt, TlogProof proof) {
        return receipt.timestamps().stream()
                .map(ReceiptTimestamp::bytes)
                .map(token -> TimestampToken.parse(token).latest())
                .max(Comparator.naturalOrder())
                .or(() -> StatedTime.latest(proof.note()));
    }

    private String filled(String language, String key, String origin, String time) {
        return texts.text(language, key).replace("{origin}", origin).replace("{time}", time);
    }
}
