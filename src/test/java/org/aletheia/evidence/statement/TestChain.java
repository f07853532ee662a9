package org.aletheia.evidence.statement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.evidence.content.DetectedType;
import org.aletheia.kernel.Digest;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.Frontier;
import org.aletheia.transparency.Hash;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.jspecify.annotations.Nullable;

/** A chain with all that can stand in one: gaps, custody before receipt, seals, transfers, holds, a fixity failure. */
final class TestChain {
    static final String ORIGIN = "evidence.example/log";
    static final UUID ITEM = new UUID(0x7000, 1);
    static final String TEAM = new UUID(0x7000, 2).toString();
    static final String COMMISSION = new UUID(0x7000, 3).toString();
    static final String MEMBER = new UUID(0x7000, 4).toString();
    static final String OTHER = new UUID(0x7000, 5).toString();
    static final Digest SHA_256 = Digest.sha256(new byte[] {1});
    static final Instant FIRST = Instant.parse("2026-03-10T08:00:00Z");
    static final Instant SIGNED = Instant.parse("2026-03-11T00:00:00Z");
    private static final Map<String, Object> SEAL = Map.of("number", "AB-1", "condition", "intact");

    private final List<SealedEvent> events = new ArrayList<>();

    /** All of it. */
    static CustodyRecord full(EventField... withheld) {
        TestChain chain = new TestChain();
        chain.add(EventTypes.CUSTODY_STATED, null, Map.of("position", 1, "role", "witness", "from", "2026-03-01"));
        chain.add(EventTypes.GAP_DECLARED, "in-transit", Map.of("period", "2026-03-05/2026-03-07", "risk", "moderate"));
        chain.add(
                EventTypes.RECEIVED,
                null,
                Map.of("submission", TEAM, "size", 1, "digests", Map.of("sha-256", SHA_256.hex())));
        chain.add(
                EventTypes.REGISTERED,
                "relevant",
                Map.of(
                        "revision",
                        2,
                        "size",
                        1,
                        "digests",
                        Map.of("sha-256", SHA_256.hex()),
                        "registrationNumber",
                        "ALT-2026-000001"));
        chain.add(CustodyEventTypes.SEALED, null, Map.of("happened", "2026-03-08", "seal", SEAL));
        chain.add(CustodyEventTypes.TRANSFER_OFFERED, "examination", moved(Map.of("transfer", MEMBER, "seal", SEAL)));
        chain.add(
                CustodyEventTypes.TRANSFER_ACCEPTED,
                "examination",
                moved(Map.of("transfer", MEMBER, "happened", "2026-03-09", "seal", SEAL)));
        chain.add(
                CustodyEventTypes.SAMPLED,
                "testing",
                Map.of("happened", "2026-03-09", "discrepancies", List.of("custody-over")));
        chain.add(CustodyEventTypes.HOLD_SET, "proceedings", Map.of("hold", MEMBER, "authority", "court"));
        chain.byServer(
                EventTypes.FIXITY_CHECKED,
                Map.of(
                        "outcome", "fail",
                        "trigger", "planned",
                        "finding", "content-foreign",
                        "digests",
                                Map.of("sha-256", Digest.sha256(new byte[] {2}).hex())));
        return chain.record(withheld);
    }

    static CustodyRecord of(EventType type, Map<String, Object> detail) {
        TestChain chain = new TestChain();
        chain.add(type, null, detail);
        return chain.record();
    }

    private static Map<String, Object> moved(Map<String, Object> more) {
        Map<String, Object> detail = new java.util.HashMap<>(more);
        detail.put("custodianBefore", Map.of("organisation", TEAM));
        detail.put("custodianAfter", Map.of("organisation", COMMISSION));
        return detail;
    }

    private void add(EventType type, @Nullable String reason, Map<String, Object> detail) {
        boolean accepted = type.equals(CustodyEventTypes.TRANSFER_ACCEPTED);
        events.add(seal(type, reason, accepted ? OTHER : MEMBER, accepted ? COMMISSION : TEAM, detail));
    }

    private void byServer(EventType type, Map<String, Object> detail) {
        events.add(seal(type, null, null, null, detail));
    }

    private SealedEvent seal(
            EventType type,
            @Nullable String reason,
            @Nullable String actor,
            @Nullable String organisation,
            Map<String, Object> detail) {
        int number = events.size() + 1;
        if (!type.declares(detail.keySet())) {
            throw new IllegalArgumentException(type.code() + " has not all of " + detail.keySet());
        }
        Event event = Event.of(type, new UUID(0x7001, number), FIRST.plusSeconds(60L * number))
                .actor(actor)
                .organisation(organisation)
                .role(actor == null ? null : "documenter")
                .reason(reason)
                .subject(RecordSubject.of("item", ITEM))
                .detail(detail)
                .build();
        return SealedEvent.seal(event, EventSeed.random());
    }

    private CustodyRecord record(EventField... withheld) {
        Set<EventField> hidden = EnumSet.noneOf(EventField.class);
        hidden.addAll(List.of(withheld));
        List<Hash> leaves = events.stream().map(SealedEvent::leafHash).toList();
        Checkpoint checkpoint =
                Checkpoint.of(ORIGIN, Frontier.empty().appendAll(leaves).head());
        SignedNote note = SignedNote.sign(
                checkpoint.format(),
                List.of(NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44).signer(InstantSource.fixed(SIGNED))));
        List<Step> steps = events.stream()
                .map(event -> new Step(events.indexOf(event) + 1L, events.indexOf(event), event.disclose(hidden)))
                .sorted(Comparator.comparing(Step::number))
                .toList();
        boolean told = !hidden.contains(EventField.DETAIL);
        Optional<String> mediaType = told ? Optional.of("video/mp4") : Optional.empty();
        Optional<DetectedType> detected =
                told ? Optional.of(new DetectedType("video/quicktime", "A Detector 1.0")) : Optional.empty();
        return new CustodyRecord(note, mediaType, detected, steps);
    }
}
