package org.aletheia.custody.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * What its holder can show to others without the server: an event, the signed promise that the log will hold it, and once
 * it does, the proof. Nothing in it is verified.
 *
 * @param event what happened, with the fields that the holder may see
 * @param promise signed note over a {@link Promise}; empty where there is a proof and the promise is of no more use
 * @param proof {@code .tlog-proof} text; empty while no published checkpoint covers the event
 * @param quarantined whether the event waits until the log was recovered, so that nothing can be promised
 * @param timestamps of the checkpoint in the proof; none while no timestamped checkpoint covers the event
 */
public record Receipt(
        DisclosedEvent event,
        Optional<String> promise,
        Optional<String> proof,
        boolean quarantined,
        List<ReceiptTimestamp> timestamps) {
    private static final String PENDING = "pending";

    /** Why nothing is promised: the log has to be recovered first. */
    private static final String RECOVERY = "log-recovery";

    /** Name of the format. */
    public static final String FORMAT = "aletheia/receipt/v1";

    /** What a receipt can show to others, and what not. */
    public static final String PROVES =
            "With its proof: that these bytes were held by this repository no later than the"
                    + " checkpoint of that proof and are unchanged since. Not: who made them, when, where, or that what they show"
                    + " is true.";

    public Receipt {
        timestamps = List.copyOf(timestamps);
    }

    /** One without timestamps. */
    public Receipt(DisclosedEvent event, Optional<String> promise, Optional<String> proof, boolean quarantined) {
        this(event, promise, proof, quarantined, List.of());
    }

    /** One with timestamps: its event waits for nothing. */
    public Receipt(
            DisclosedEvent event, Optional<String> promise, Optional<String> proof, List<ReceiptTimestamp> timestamps) {
        this(event, promise, proof, false, timestamps);
    }

    /** A receipt of an event that waits for nothing but the log. */
    public Receipt(DisclosedEvent event, Optional<String> promise, Optional<String> proof) {
        this(event, promise, proof, false);
    }

    /** The same without its promise, whose text tells when the event was. */
    public Receipt withoutPromise() {
        return new Receipt(event, Optional.empty(), proof, quarantined, timestamps);
    }

    /**
     * Reads the JSON form; other keys beside these are ignored, inside the event they are refused.
     *
     * @throws MalformedValueException {@code receipt}, or as {@link DisclosedEvent#parse}
     */
    public static Receipt parse(byte[] utf8) {
        if (CanonicalJson.parse(utf8) instanceof Map<?, ?> map && FORMAT.equals(map.get("format"))) {
            return new Receipt(
                    DisclosedEvent.ofJson(map.get("event")),
                    text(map.get("promise")),
                    text(map.get("proof")),
                    RECOVERY.equals(map.get(PENDING)),
                    timestamps(map.get("timestamps")));
        }
        throw new MalformedValueException("receipt", "expected format " + FORMAT + " with event, promise and proof");
    }

    /** As JSON: {@code {"format","event"[,"promise"][,"proof"][,"pending"][,"timestamps"]}}. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("event", event.json());
        promise.ifPresent(note -> json.put("promise", note));
        proof.ifPresent(text -> json.put("proof", text));
        if (quarantined) {
            json.put(PENDING, RECOVERY);
        }
        if (!timestamps.isEmpty()) {
            json.put(
                    "timestamps",
                    timestamps.stream().map(ReceiptTimestamp::json).toList());
        }
        return json;
    }

    private static List<ReceiptTimestamp> timestamps(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReceiptTimestamp::ofJson).toList();
        }
        throw new MalformedValueException("receipt", "timestamps are a list");
    }

    private static Optional<String> text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new MalformedValueException("receipt", "promise and proof are texts");
    }
}
