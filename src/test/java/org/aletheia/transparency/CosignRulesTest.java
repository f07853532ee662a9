package org.aletheia.transparency;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aletheia.kernel.Mutations;
import org.aletheia.transparency.CosignDecision.Contradiction;
import org.aletheia.transparency.CosignDecision.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as they are sent, and what a cosigner decides of them, whatever a log with two histories asks. */
@Tag("unit")
class CosignRulesTest {
    private static final String ORIGIN = "log.example/2026";
    private static final NoteKeyPair ED25519 = NoteKeyPair.generate(ORIGIN, SignatureType.ED25519);
    private static final NoteKeyPair ML_DSA = NoteKeyPair.generate(ORIGIN, SignatureType.ML_DSA_44);
    private static final List<NoteKeyPair> KEYS = List.of(ED25519, ML_DSA);
    private static final CosignRules RULES = new CosignRules(
            Map.of(ORIGIN, KEYS.stream().map(NoteKeyPair::verifierKey).toList()));
    private static final TestHistory LOG = new TestHistory(1, 40);
    private static final TestHistory FORK = LOG.forkAt(7, 2);
    private static final CosignRules.LastCosigned NONE = origin -> Optional.empty();
    private static final String NOTE = LOG.note(9, KEYS).format();

    @Test
    void readsTheRequestOfTheSpecification() {
        String body = """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        CosignRequest request = parse(body);
        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.path()).hasSize(4);
        assertThat(request.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(request.checkpoint().size()).isEqualTo(20_852_163);
        assertThat(request.format()).isEqualTo(body);
        assertThat(parse("old 0\n\n" + NOTE).path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', cosign-form",
        "'old 0\n', cosign-form",
        "'old 0\nNOTE', base64",
        "'new 0\n\nNOTE', cosign-form",
        "'old  0\n\nNOTE', cosign-size",
        "'old 00\n\nNOTE', cosign-size",
        "'old -1\n\nNOTE', cosign-size",
        "'old 9223372036854775808\n\nNOTE', cosign-size",
        "'old \n\nNOTE', cosign-size",
        "'old 1\nAAAA\n\nNOTE', hash-length",
        "'old 1\nAAA\n\nNOTE', base64",
        "'old 1\nHASHES64\n\nNOTE', cosign-range",
        "'old 1\r\n\nNOTE', cosign-size",
        "'old 0\n\n', note-form",
        "'old 0\n\ntext\n', note-form",
        "'old 0\n\ntext\n\n\u2014 a AAAAAAAA\n', checkpoint-form"
    })
    void refusesOtherRequests(String text, String reason) {
        String hashes =
                String.join("\n", Collections.nCopies(64, TreeHash.emptyRoot().base64()));
        assertRefused(reason, () -> parse(text.replace("NOTE", NOTE).replace("HASHES64", hashes)));
    }

    @Test
    void refusesWhatIsLongerThanAnyRequestOrNoText() {
        assertRefused("cosign-form", () -> CosignRequest.parse(new byte[CosignRequest.MAX_LENGTH + 1]));
        assertRefused("note-encoding", () -> CosignRequest.parse(new byte[] {'o', (byte) 0xFF}));
    }

    @Test
    void survivesDamage() {
        CosignRequest request = LOG.request(5, 9, KEYS);
        CosignRules.LastCosigned last = origin -> Optional.of(LOG.note(5, KEYS));
        Mutations.fuzz(request.format(), bytes -> {
            CosignRequest damaged = CosignRequest.parse(bytes);
            if (RULES.decide(damaged, last) instanceof CosignDecision.Extends(SignedNote note, var before)) {
                assertThat(note.text())
                        .isIn(request.note().text(), LOG.note(5, KEYS).text());
                assertThat(before).isPresent();
            }
        });
    }

    @Test
    void cosignsTheFirstCheckpointAndWhatExtendsIt() {
        assertExtends(RULES.decide(LOG.request(0, 0, KEYS), NONE));
        assertExtends(RULES.decide(LOG.request(0, 5, KEYS), NONE));
        assertExtends(RULES.decide(LOG.request(0, 5, KEYS), last(LOG, 0)));
        assertExtends(RULES.decide(LOG.request(5, 9, KEYS), last(LOG, 5)));
        assertExtends(RULES.decide(LOG.request(5, 5, KEYS), last(LOG, 5)));
    }

    @Test
    void keepsVerifiedSignaturesOfTrustedKeysOnlyAndOneOfEach() {
        SignedNote signed = LOG.note(5, KEYS);
        SignedNote padded = LOG.note(5, List.of(NoteKeyPair.generate("other.example", SignatureType.ED25519)))
                .with(signed.signatures())
                .with(signed.signatures());
        CosignDecision decision = RULES.decide(new CosignRequest(0, List.of(), padded), NONE);
        assertThat(decision).isEqualTo(new CosignDecision.Extends(signed, Optional.empty()));
    }

    @Test
    void refusesUnknownOriginsAndUntrustedSignatures() {
        NoteKeyPair stranger = NoteKeyPair.generate(ORIGIN, SignatureType.ED25519);
        assertThat(RULES.decide(LOG.request(0, 5, List.of(stranger)), NONE)).isEqualTo(refused(Reason.UNTRUSTED));
        assertThat(new CosignRules(Map.of()).decide(LOG.request(0, 5, KEYS), NONE))
                .isEqualTo(refused(Reason.UNKNOWN_ORIGIN));
        SignedNote spoilt = new SignedNote(
                        LOG.note(5, KEYS).text(), LOG.note(6, KEYS).signatures())
                .with(LOG.note(5, KEYS).signatures());
        assertThat(RULES.decide(new CosignRequest(0, List.of(), spoilt), NONE)).isEqualTo(refused(Reason.UNTRUSTED));
        assertThat(RULES.decide(LOG.request(0, 5, List.of(ML_DSA)), NONE))
                .as("one trusted key is enough")
                .isInstanceOf(CosignDecision.Extends.class);
    }

    @Test
    void whatWasCosignedLastIsNotAskedForStrangers() {
        CosignRules.LastCosigned never = origin -> {
            throw new AssertionError("asked for " + origin);
        };
        NoteKeyPair stranger = NoteKeyPair.generate(ORIGIN, SignatureType.ED25519);
        assertThat(RULES.decide(LOG.request(0, 5, List.of(stranger)), never)).isEqualTo(refused(Reason.UNTRUSTED));
    }

    @Test
    void refusesReversedSizesStaleOnesAndWrongProofs() {
        SignedNote five = LOG.note(5, KEYS);
        assertThat(RULES.decide(new CosignRequest(6, List.of(), five), NONE)).isEqualTo(refused(Reason.SIZES_REVERSED));
        assertThat(RULES.decide(LOG.request(3, 9, KEYS), last(LOG, 5)))
                .isEqualTo(new CosignDecision.Stale(5, Optional.empty()));
        assertThat(RULES.decide(LOG.request(3, 9, KEYS), NONE))
                .isEqualTo(new CosignDecision.Stale(0, Optional.empty()));
        assertThat(RULES.decide(LOG.request(0, 3, KEYS), last(LOG, 5)))
                .as("a rollback")
                .isEqualTo(new CosignDecision.Stale(5, Optional.empty()));
        assertThat(RULES.decide(new CosignRequest(5, List.of(), LOG.note(9, KEYS)), last(LOG, 5)))
                .isEqualTo(refused(Reason.INCONSISTENT));
        assertThat(RULES.decide(new CosignRequest(0, List.of(TreeHash.emptyRoot()), five), NONE))
                .as("an empty tree needs no proof")
                .isEqualTo(refused(Reason.INCONSISTENT));
        assertThat(RULES.decide(new CosignRequest(5, List.of(TreeHash.emptyRoot()), five), last(LOG, 5)))
                .isEqualTo(refused(Reason.INCONSISTENT));
    }

    @Test
    void aSplitViewIsSeenAtTheSameSizeWhateverOldSizeIsNamed() {
        assertContradiction(RULES.decide(FORK.request(9, 9, KEYS), last(LOG, 9)), Contradiction.Kind.SPLIT_VIEW, false);
        assertContradiction(RULES.decide(FORK.request(5, 9, KEYS), last(LOG, 9)), Contradiction.Kind.SPLIT_VIEW, true);
        assertContradiction(RULES.decide(FORK.request(0, 9, KEYS), last(LOG, 9)), Contradiction.Kind.SPLIT_VIEW, true);
    }

    @Test
    void aProofFromAnotherOldTreeProvesTheSplit() {
        CosignRequest request = FORK.request(9, 12, KEYS);
        SignedNote last = LOG.note(9, KEYS);
        assertThat(RULES.decide(request, origin -> Optional.of(last)))
                .isEqualTo(new CosignDecision.Refused(
                        Reason.INCONSISTENT,
                        Optional.of(new Contradiction(Contradiction.Kind.SPLIT_VIEW, last, request))));
    }

    /** Where the old tree is perfect the proof leaves its root out, so that a fork looks like any wrong proof. */
    @Test
    void whatOnlyDoesNotFitIsKeptAsUnproven() {
        assertContradiction(RULES.decide(FORK.request(8, 12, KEYS), last(LOG, 8)), Contradiction.Kind.UNPROVEN, false);
        List<Hash> made = new ArrayList<>(LOG.request(9, 12, KEYS).path());
        made.set(1, TreeHash.emptyRoot());
        CosignRequest anyones = new CosignRequest(9, made, LOG.note(12, KEYS));
        assertContradiction(RULES.decide(anyones, last(LOG, 9)), Contradiction.Kind.UNPROVEN, false);
    }

    /** Two histories ask in any order, with any old sizes and damaged proofs: only one of them is ever cosigned. */
    @Test
    void neverCosignsTwoCheckpointsThatAreNotOneHistory() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            TestHistory fork = LOG.forkAt(random.nextInt(1, 12), 100 + seed);
            List<SignedNote> cosigned = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                TestHistory asking = random.nextBoolean() ? LOG : fork;
                int last =
                        cosigned.isEmpty() ? 0 : (int) head(cosigned.getLast()).size();
                int size = random.nextInt(Math.max(0, last - 2), Math.min(38, last + 5));
                int old = Math.min(random.nextInt(4) == 0 ? random.nextInt(40) : last, size);
                CosignRequest request = asking.request(old, size, List.of(ED25519));
                Optional<SignedNote> before = cosigned.isEmpty() ? Optional.empty() : Optional.of(cosigned.getLast());
                if (RULES.decide(request, origin -> before) instanceof CosignDecision.Extends extended) {
                    cosigned.add(extended.note());
                }
            }
            assertThat(cosigned).hasSizeGreaterThan(3);
            for (int i = 1; i < cosigned.size(); i++) {
                assertThat(head(cosigned.get(i)).size())
                        .isGreaterThanOrEqualTo(head(cosigned.get(i - 1)).size());
            }
            assertThat(cosigned.stream().allMatch(note -> LOG.has(head(note)))
                            || cosigned.stream().allMatch(note -> fork.has(head(note))))
                    .as("seed %d: one history", seed)
                    .isTrue();
        }
    }

    @Test
    void onlyValidCosignaturesWithATimeCount() {
        NoteKeyPair cosigner = NoteKeyPair.generate("cosigner.example/witness", SignatureType.ED25519_COSIGNATURE);
        NoteKeyPair second = NoteKeyPair.generate("cosigner.example/witness", SignatureType.ML_DSA_44);
        List<NoteVerifierKey> keys = List.of(cosigner.verifierKey(), second.verifierKey());
        String text = LOG.note(9, KEYS).text();
        SignedNote good = SignedNote.sign(text, TestHistory.signers(List.of(cosigner, second)));
        SignedNote elsewhere = SignedNote.sign(LOG.note(8, KEYS).text(), TestHistory.signers(List.of(cosigner)));
        SignedNote timeless = SignedNote.sign(text, List.of(cosigner.signer(InstantSource.fixed(Instant.EPOCH))));
        List<NoteSignature> lines = new ArrayList<>(elsewhere.signatures());
        lines.addAll(timeless.signatures());
        assertThat(Cosignatures.valid(text, lines, keys)).isEmpty();
        lines.addAll(good.signatures());
        lines.addAll(LOG.note(9, KEYS).signatures());
        assertThat(Cosignatures.valid(text, lines, keys)).containsOnlyKeys(keys);
        assertThat(Cosignatures.valid(text, LOG.note(9, KEYS).signatures(), List.of(ED25519.verifierKey())))
                .as("a plain signature is no cosignature")
                .isEmpty();
    }

    @Test
    void readsTheAnswerOfACosigner() {
        List<NoteSignature> signatures = LOG.note(9, KEYS).signatures();
        String answer = signatures.get(0).format() + signatures.get(1).format();
        assertThat(Cosignatures.parse(answer.getBytes(StandardCharsets.UTF_8))).isEqualTo(signatures);
        assertRefused("note-signatures", () -> Cosignatures.parse(new byte[0]));
        assertRefused("note-signature-line", () -> Cosignatures.parse("<html>\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused(
                "note-signatures", () -> Cosignatures.parse(answer.repeat(33).getBytes(StandardCharsets.UTF_8)));
        Mutations.fuzz(answer, Cosignatures::parse);
    }

    private static CosignRequest parse(String body) {
        return CosignRequest.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static TreeHead head(SignedNote note) {
        return Checkpoint.parse(note.text()).head();
    }

    private static CosignRules.LastCosigned last(TestHistory history, int size) {
        SignedNote note = history.note(size, KEYS);
        return origin -> Optional.of(note);
    }

    private static CosignDecision refused(Reason reason) {
        return new CosignDecision.Refused(reason, Optional.empty());
    }

    private static void assertExtends(CosignDecision decision) {
        assertThat(decision).isInstanceOf(CosignDecision.Extends.class);
    }

    private static void assertContradiction(CosignDecision decision, Contradiction.Kind kind, boolean stale) {
        Optional<Contradiction> found =
                switch (decision) {
                    case CosignDecision.Stale(long size, var contradiction) when stale -> contradiction;
                    case CosignDecision.Refused(var reason, var contradiction)
                    when !stale && reason == Reason.INCONSISTENT -> contradiction;
                    default -> Optional.empty();
                };
        assertThat(found).as(decision.toString()).isPresent();
        assertThat(found.orElseThrow().kind()).isEqualTo(kind);
    }
}
