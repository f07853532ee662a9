package org.aletheia.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.aletheia.kernel.MalformedValueException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TlogPolicyTest {
    private static final NoteVerifierKey LOG = key("log.example", SignatureType.ED25519);
    private static final List<NoteVerifierKey> X = List.of(witness("x1"), witness("x2"), witness("x3"));
    private static final List<NoteVerifierKey> Y = List.of(witness("y1"), key("y2", SignatureType.ML_DSA_44));

    /** The example of the specification, with what it says of comments and white space. */
    private static final String EXAMPLE = "# a policy\n\t log " + LOG.format() + " https://log.example/ \n\n"
            + "witness X1 " + X.get(0).format() + "\n"
            + "witness X2 " + X.get(1).format() + "\thttps://x2.example\n"
            + "witness X3 " + X.get(2).format() + "\n"
            + "group X-witnesses 2 X1 X2 X3\n"
            + "witness Y1 " + Y.get(0).format() + "\n"
            + "witness \u00ff " + Y.get(1).format() + "\n"
            + "group Y-witnesses any Y1 \u00ff\n"
            + "group X-and-Y all X-witnesses Y-witnesses\n"
            + "quorum X-and-Y\n";

    @Test
    void aQuorumOfGroupsIsMetByTwoOfTheseAndOneOfThose() {
        TlogPolicy policy = parse(EXAMPLE);
        assertThat(policy.logs()).containsExactly(LOG);
        assertThat(policy.quorum().label()).isEqualTo("X-and-Y");
        assertThat(policy.quorum().keys()).hasSize(5);
        assertThat(policy.quorum().isMet(List.of(X.get(0), X.get(2), Y.get(1)))).isTrue();
        assertThat(policy.quorum().isMet(List.of(X.get(0), Y.get(0), Y.get(1)))).isFalse();
        assertThat(policy.quorum().isMet(X)).isFalse();
        assertThat(policy.quorum().isMet(List.of(X.get(0), X.get(0), Y.get(0)))).isFalse();
        assertThat(policy.quorum().isMet(List.of())).isFalse();
    }

    @Test
    void aQuorumCanBeOneWitnessOrNone() {
        TlogPolicy one = parse("witness X1 " + X.get(0).format() + "\nquorum X1\n");
        assertThat(one.logs()).isEmpty();
        assertThat(one.quorum().isMet(X)).isTrue();
        assertThat(one.quorum().isMet(Y)).isFalse();
        TlogPolicy none = parse("quorum none\n");
        assertThat(none.quorum().isMet(List.of())).isTrue();
        assertThat(none.quorum().keys()).isEmpty();
    }

    @Test
    void whatTheSpecificationForbidsIsRefused() {
        String one = "witness X1 " + X.get(0).format() + "\n";
        String two = "witness X2 " + X.get(1).format() + "\n";
        refused("policy-form", "quorum none", "quorum none\nwitness\n", "more\nquorum none\n", "quorum none none\n");
        refused("policy-form", one + "group G any\nquorum X1\n", "log\nquorum none\n");
        refused("policy-characters", "quorum none\r\n", "\u0000quorum none\n", "# \u007f\nquorum none\n");
        refused("policy-quorum", "\n", one, one + "quorum X1\nquorum X1\n");
        refused(
                "policy-name",
                "quorum X1\n" + one,
                one + "group G any G\nquorum X1\n",
                one + two.replace("X2", "X1") + "quorum X1\n");
        refused("policy-name", "witness none " + X.get(0).format() + "\nquorum none\n");
        refused("policy-name", one + "group G any none\nquorum G\n", one + "group X1 any X1\nquorum X1\n");
        refused("policy-group", one + "group G any X1 X1\nquorum G\n");
        refused("policy-group", one + two + "group G any X1 X2\ngroup H any X1\nquorum G\n");
        for (String threshold : List.of("0", "2", "01", "-1", "some", "99999999999999999999")) {
            refused("policy-threshold", one + "group G " + threshold + " X1\nquorum G\n");
        }
        refused("policy-key", one + "witness X2 " + X.get(0).format() + "\nquorum X1\n");
        NoteVerifierKey renamed =
                new NoteVerifierKey("other", X.get(0).type(), X.get(0).publicKey());
        refused("policy-key", one + "witness X2 " + renamed.format() + "\nquorum X1\n");
        refused("policy-key", "log " + LOG.format() + "\nlog " + LOG.format() + "\nquorum none\n");
        refused("policy-key", "log " + X.get(0).format() + "\nquorum none\n");
        refused("policy-key", "witness X1 " + LOG.format() + "\nquorum X1\n");
        refused("vkey-form", "witness X1 key\nquorum X1\n");
        refused("policy-length", "#".repeat(1 << 18) + "\nquorum none\n");
    }

    @Test
    void whateverIsChangedItIsReadOrRefused() {
        Random random = new Random(20261129);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = EXAMPLE.getBytes(StandardCharsets.ISO_8859_1);
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                TlogPolicy.parse(bytes).quorum().isMet(X);
                read++;
            } catch (MalformedValueException refused) {
                // as it may
            }
        }
        assertThat(read).isBetween(1, 19_999);
    }

    private static void refused(String reason, String... policies) {
        for (String policy : policies) {
            assertThatThrownBy(() -> parse(policy))
                    .as(policy.substring(0, Math.min(200, policy.length())))
                    .isInstanceOfSatisfying(MalformedValueException.class, e -> assertThat(e.reason())
                            .isEqualTo(reason));
        }
    }

    private static TlogPolicy parse(String policy) {
        return TlogPolicy.parse(policy.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static NoteVerifierKey witness(String name) {
        return key(name, SignatureType.ED25519_COSIGNATURE);
    }

    private static NoteVerifierKey key(String name, SignatureType type) {
        return NoteKeyPair.generate(name, type).verifierKey();
    }
}
