package org.aletheia.evidence.rest;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.ReceiptTimestamp;
import org.aletheia.evidence.HandIn;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.timestamp.TimestampToken;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on paper: what was received when, what the log holds or is to hold, and what that proves and does not prove. Bytes
 * are told of for the events of receipt and registration alone: other events have digests too, as a check that failed has
 * those of the damaged bytes that it read, and are receipts of no bytes. The QR code has three lines: format, id of the
 * receipt's event (where it is withheld: {@code withheld}), digest of the bytes (of the entry, for an event without bytes).
 */
@ApplicationScoped
class ReceiptPage {
    private static final String RIGHT_TO_LEFT = "ar";
    private static final Set<String> WITH_BYTES = Set.of(EventTypes.RECEIVED.code(), EventTypes.REGISTERED.code());

    private final Template template;
    private final AnswerTexts texts = AnswerTexts.load("receipt");
    private final ReceiptSentences sentences = new ReceiptSentences(texts);

    ReceiptPage(@Location("receipt.html") Template template) {
        this.template = template;
    }

    /** A line of the table. */
    record Row(String label, String value) {}

    /** The page in the best language for the header. */
    String render(Receipt receipt, @Nullable String acceptLanguage) {
        String language = AnswerTexts.language(acceptLanguage);
        Map<String, String> digests = digests(receipt.event());
        String event =
                receipt.event().value(EventField.ID).map(Object::toString).orElse("withheld");
        List<String> proven = sentences.of(receipt, !digests.isEmpty(), language);
        return template.data("language", language)
                .data("direction", language.equals(RIGHT_TO_LEFT) ? "rtl" : "ltr")
                .data("title", texts.text(language, "title"))
                .data("rows", rows(receipt, digests, language))
                .data("standing", standing(receipt, language))
                .data("proves", proven.getFirst())
                .data("provesNot", proven.getLast())
                .data("keep", texts.text(language, "keep"))
                .data("qr", QrCode.of(String.join("\n", Receipt.FORMAT, event, digest(receipt, digests))))
                .render();
    }

    private List<Row> rows(Receipt receipt, Map<String, String> digests, String language) {
        List<Row> rows = new ArrayList<>();
        receipt.event().value(EventField.ID).ifPresent(id -> rows.add(row(language, "receipt", id)));
        receipt.event().value(EventField.TYPE).ifPresent(type -> rows.add(row(language, "event", type)));
        receipt.event().value(EventField.TIME).ifPresent(time -> rows.add(row(language, "time", time)));
        if (receipt.event().value(EventField.SUBJECT).orElse("") instanceof Map<?, ?> subject) {
            Optional.ofNullable(subject.get("id")).ifPresent(id -> rows.add(row(language, "item", id)));
        }
        Optional.ofNullable(detail(receipt.event()).get(HandIn.ON_BEHALF_OF)).ifPresent(owner -> {
            receipt.event().value(EventField.ORGANISATION).ifPresent(by -> rows.add(row(language, "handed-in-by", by)));
            rows.add(row(language, "on-behalf-of", owner));
        });
        if (!digests.isEmpty()) {
            Optional.ofNullable(detail(receipt.event()).get("size"))
                    .ifPresent(size -> rows.add(row(language, "length", size)));
        }
        digests.forEach((algorithm, hex) -> rows.add(new Row(algorithm, hex)));
        rows.add(new Row(texts.text(language, "entry"), receipt.event().entry().toString()));
        receipt.timestamps().forEach(stamp -> rows.add(row(language, "timestamp", timestamp(stamp))));
        List<EventField> withheld = receipt.event().withheld();
        if (!withheld.isEmpty()) {
            String names = withheld.stream().map(EventField::label).collect(Collectors.joining(", "));
            rows.add(row(language, "withheld", names));
        }
        return rows;
    }

    private Row row(String language, String label, Object value) {
        return new Row(texts.text(language, label), value.toString());
    }

    private static String timestamp(ReceiptTimestamp stamp) {
        return TimestampToken.parse(stamp.bytes()).time() + " " + stamp.authority();
    }

    /** In the log, or promised to be. */
    private String standing(Receipt receipt, String language) {
        if (receipt.proof().isPresent()) {
            TlogProof proof = TlogProof.parse(receipt.proof().get());
            return texts.text(language, "in-log")
                    .replace("{origin}", proof.treeHead().origin())
                    .replace("{index}", Long.toString(proof.index()))
                    .replace("{size}", Long.toString(proof.treeHead().size()));
        }
        if (receipt.quarantined()) {
            return texts.text(language, "quarantined");
        }
        return receipt.promise()
                .map(note -> Promise.parse(SignedNote.parse(note).text()))
                .map(promise -> texts.text(language, "promised")
                        .replace("{origin}", promise.origin())
                        .replace("{time}", promise.integratedBy().toString()))
                .orElse(texts.text(language, "pending"));
    }

    private static String digest(Receipt receipt, Map<String, String> digests) {
        return digests.containsKey("sha-256")
                ? "sha-256:" + digests.get("sha-256")
                : receipt.event().entry().toString();
    }

    /** Of the bytes as received, where the event is one that brought some. */
    private static Map<String, String> digests(DisclosedEvent event) {
        Map<String, String> digests = new TreeMap<>();
        boolean withBytes =
                event.value(EventField.TYPE).filter(WITH_BYTES::contains).isPresent();
        if (withBytes && detail(event).get("digests") instanceof Map<?, ?> found) {
            found.forEach((algorithm, hex) -> digests.put(algorithm.toString(), String.valueOf(hex)));
        }
        return digests;
    }

    private static Map<?, ?> detail(DisclosedEvent event) {
        return event.value(EventField.DETAIL).orElse(Map.of()) instanceof Map<?, ?> detail ? detail : Map.of();
    }
}
