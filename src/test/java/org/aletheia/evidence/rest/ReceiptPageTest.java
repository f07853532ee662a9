package org.aletheia.evidence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.custody.format.Event;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventSeed;
import org.aletheia.custody.format.EventType;
import org.aletheia.custody.format.EventTypes;
import org.aletheia.custody.format.Promise;
import org.aletheia.custody.format.Receipt;
import org.aletheia.custody.format.RecordSubject;
import org.aletheia.custody.format.SealedEvent;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.http.AnswerTexts;
import org.aletheia.testing.Generated;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.InclusionProof;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.SignedNote;
import org.aletheia.transparency.TlogProof;
import org.aletheia.transparency.TreeHead;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the real template, for receipts of a log with one entry. */
@Tag("unit")
class ReceiptPageTest {
    private static final String ORIGIN = "evidence.example/log";
    private static final Instant TIME = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-03-04T10:00:01Z");
    private static final Instant PROMISED = Instant.parse("2026-03-05T10:00:00Z");
    private static final Digest BYTES = Digest.sha256(new byte[] {1});
    private static final UUID EVENT = new UUID(0x7000, 1);

    /** Written out once more: what a court reads is not to change by an edit of a file of texts. */
    private static final Map<String, List<String>> PROVEN = Map.of(
            "en",
                    List.of(
                            "Proves that these bytes were held by %s no later than %s and are unchanged since.",
                            "Does not prove who made them, when, where, or that what they show is true."),
            "fr",
                    List.of(
                            "Prouve que ces octets étaient détenus par %s au plus tard le %s et sont inchangés depuis.",
                            "Ne prouve pas qui les a produits, quand, où, ni que ce qu’ils montrent est vrai."),
            "es",
                    List.of(
                            "Prueba que estos bytes estaban en poder de %s a más tardar el %s y que no han cambiado"
                                    + " desde entonces.",
                            "No prueba quién los hizo, cuándo, dónde, ni que lo que muestran sea verdad."),
            "ru",
                    List.of(
                            "Доказывает, что эти байты хранились у %s не позднее %s и с тех пор не изменены.",
                            "Не доказывает, кто их создал, когда и где, а также что показанное в них правда."),
            "ar",
                    List.of(
                            "يُثبت أن هذه البايتات كانت في حوزة %s في موعد لا يتجاوز %s وأنها لم تتغيّر منذ ذلك الحين.",
                            "لا يُثبت من صنعها ولا متى ولا أين، ولا أن ما تُظهره صحيح."),
            "zh", List.of("证明：这些字节最迟在 %2$s 已由 %1$s 持有，此后未被改动。", "不证明是谁、何时、何地制作了这些字节，也不证明其所示内容属实。"));

    private final AnswerTexts texts = AnswerTexts.load("receipt");
    private final ReceiptPage page = new ReceiptPage(template());

    @Test
    void bothSentencesNameTheLogAndTheTimeInSixLanguages() {
        for (EventType type : List.of(EventTypes.RECEIVED, EventTypes.REGISTERED)) {
            for (String language : AnswerTexts.LANGUAGES) {
                List<String> both = sentences(language);
                assertThat(page.render(proven(event(type)), language))
                        .contains("lang=\"" + language + "\"", BYTES.hex())
                        .contains("<p><strong>" + both.getFirst().formatted(ORIGIN, SIGNED) + "</strong></p>")
                        .contains("<p><strong>" + both.getLast() + "</strong></p>")
                        .doesNotContain("{origin}", "{time}");
            }
        }
    }

    @Test
    void itSaysWhoHandedInForWhomAndOnlyWhereThatIsOpen() {
        UUID by = new UUID(0x7000, 3);
        UUID owner = new UUID(0x7000, 4);
        SealedEvent event = SealedEvent.seal(
                Event.of(EventTypes.RECEIVED, EVENT, TIME)
                        .organisation(by.toString())
                        .subject(RecordSubject.of("item", new UUID(0x7000, 2)))
                        .detail(Map.of(
                                "digests", Map.of("sha-256", BYTES.hex()), "size", 1, "onBehalfOf", owner.toString()))
                        .build(),
                EventSeed.random());
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(page.render(proven(event), language))
                    .contains(texts.text(language, "handed-in-by") + "</th><td>" + by)
                    .contains(texts.text(language, "on-behalf-of") + "</th><td>" + owner);
        }
        Receipt withheld = new Receipt(
                event.disclose(Set.of(EventField.ORGANISATION)), Optional.empty(), Optional.of(proof(event)));
        assertThat(page.render(withheld, "en"))
                .contains(owner.toString())
                .doesNotContain(by.toString(), "Handed in by organisation");
        assertThat(page.render(proven(event(EventTypes.RECEIVED)), "en")).doesNotContain("On behalf of organisation");
    }

    /** It has the digests of the damaged bytes, which must not be vouched for. */
    @Test
    void aCheckThatFailedVouchesForNoBytes() {
        SealedEvent failed = event(EventTypes.FIXITY_CHECKED);
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(page.render(proven(failed), language))
                    .doesNotContain(BYTES.hex(), texts.text(language, "length"))
                    .doesNotContain(sentences(language).getFirst().formatted(ORIGIN, SIGNED))
                    .doesNotContain(sentences(language).getLast())
                    .contains(filled(language, "event-proves", SIGNED))
                    .contains(texts.text(language, "event-proves-not"));
        }
        assertThat(page.render(proven(failed), "en"))
                .contains("Proves that the log of evidence.example/log held this event no later than"
                        + " 2026-03-04T10:00:01Z, and that it is unchanged since; nothing about any bytes.");
    }

    @Test
    void withoutAProofItSaysWhatThePromiseSays() {
        SealedEvent received = event(EventTypes.RECEIVED);
        Receipt promised = new Receipt(received.disclose(Set.of()), Optional.of(promise(received)), Optional.empty());
        Receipt bare = new Receipt(received.disclose(Set.of()), Optional.empty(), Optional.empty());
        for (String language : AnswerTexts.LANGUAGES) {
            String held = sentences(language).getFirst().formatted(ORIGIN, SIGNED);
            assertThat(page.render(promised, language))
                    .contains(filled(language, "promises", PROMISED))
                    .contains(sentences(language).getLast())
                    .doesNotContain(held);
            assertThat(page.render(bare, language))
                    .contains(texts.text(language, "unproven"))
                    .doesNotContain(held);
        }
        assertThat(page.render(promised, "en"))
                .contains("Proves only that evidence.example/log promised by signature to hold this event in its log by"
                        + " 2026-03-05T10:00:00Z: not that it does.");
    }

    @Test
    void whatIsWithheldIsNamedAndNotShown() {
        SealedEvent received = event(EventTypes.RECEIVED);
        Set<EventField> hidden = Set.of(EventField.ID, EventField.DETAIL, EventField.SUBJECT);
        Receipt receipt = new Receipt(received.disclose(hidden), Optional.empty(), Optional.of(proof(received)));
        assertThat(page.render(receipt, "en"))
                .contains("withheld", "id, subject, detail", filled("en", "event-proves", SIGNED))
                .doesNotContain(BYTES.hex(), EVENT.toString());
    }

    private static List<String> sentences(String language) {
        return Objects.requireNonNull(PROVEN.get(language));
    }

    private String filled(String language, String key, Instant time) {
        return texts.text(language, key).replace("{origin}", ORIGIN).replace("{time}", time.toString());
    }

    private static Receipt proven(SealedEvent event) {
        return new Receipt(event.disclose(Set.of()), Optional.of(promise(event)), Optional.of(proof(event)));
    }

    private static SealedEvent event(EventType type) {
        Map<String, Object> detail = new HashMap<>(Map.of("digests", Map.of("sha-256", BYTES.hex()), "size", 1));
        if (type.equals(EventTypes.FIXITY_CHECKED)) {
            detail.putAll(Map.of("outcome", "fail", "finding", "content-foreign"));
        }
        return SealedEvent.seal(
                Event.of(type, EVENT, TIME)
                        .subject(RecordSubject.of("item", new UUID(0x7000, 2)))
                        .detail(detail)
                        .build(),
                EventSeed.random());
    }

    private static String proof(SealedEvent event) {
        Checkpoint checkpoint = Checkpoint.of(ORIGIN, new TreeHead(1, event.leafHash()));
        SignedNote note = SignedNote.sign(
                checkpoint.format(),
                List.of(NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44).signer(InstantSource.fixed(SIGNED))));
        return TlogProof.of(new InclusionProof(0, 1, List.of()), note).format();
    }

    private static String promise(SealedEvent event) {
        NoteKeyPair key = NoteKeyPair.generate(ORIGIN + "/promise", SignatureType.ED25519);
        return SignedNote.sign(
                        new Promise(ORIGIN, event.entry(), PROMISED).text(),
                        List.of(key.signer(InstantSource.fixed(TIME))))
                .format();
    }

    private static io.quarkus.qute.Template template() {
        try {
            String text = Files.readString(Generated.project().resolve("src/main/resources/templates/receipt.html"));
            return Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .build()
                    .parse(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
