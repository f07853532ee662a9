package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aletheia.custody.format.EventTypeRegistry;
import org.aletheia.transparency.NoteKeyPair;
import org.aletheia.transparency.SignatureType;
import org.aletheia.transparency.TlogPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A checkpoint must be cosigned as a policy says; the policy brings the keys. */
@Tag("unit")
class PolicyTest {
    private final SmallHouse house = new SmallHouse();
    private final TestLog log = house.log;
    private final NoteKeyPair second = NoteKeyPair.generate("second.example", SignatureType.ML_DSA_44);

    private final String log1 = "log " + log.ed25519.verifierKey().format() + "\n";
    private final String one = "witness one " + log.cosigner.verifierKey().format() + "\n";
    private final String two = "witness two " + second.verifierKey().format() + "\n";

    @Test
    void theQuorumDecides() throws IOException {
        String all = log1 + one + two + "group both all one two\nquorum both\n";
        String any = log1 + one + two + "group some any one two\nquorum some\n";
        assertThat(failed(all)).containsExactly("cosigners");
        assertThat(failed(any)).containsExactly("cosigners");
        log.signWith(log.ed25519, second);
        assertThat(failed(all)).containsExactly("cosigners");
        assertThat(failed(any)).isEmpty();
        log.signWith(log.ed25519, log.cosigner, second);
        assertThat(failed(all)).isEmpty();
        assertThat(failed(one + "quorum one\n"))
                .as("the log is known from elsewhere")
                .isEmpty();
    }

    @Test
    void theLogsOfThePolicyAreAskedForLikeThoseThatWereGiven() throws IOException {
        String policy = log1 + "log " + log.mlDsa.verifierKey().format() + "\nquorum none\n";
        assertThat(failed(policy)).containsExactly("signature-ml-dsa-44");
        log.signWith(log.ed25519, log.mlDsa);
        assertThat(failed(policy)).isEmpty();
    }

    @Test
    void aPolicyOfOtherLogsOrWithTheLogAsItsOwnWitnessIsRefused() {
        String stranger = NoteKeyPair.generate("other.example", SignatureType.ED25519)
                .verifierKey()
                .format();
        refused("log " + stranger + "\nquorum none\n", "the policy does not know the log");
        refused("witness w " + house.ownWitness.verifierKey().format() + "\nquorum w\n", "for that of a witness");
        refused("witness w " + log.mlDsa.verifierKey().format() + "\nquorum w\n", "for that of a witness");
    }

    private void refused(String policy, String why) {
        assertThatThrownBy(() -> trust(policy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private Iterable<String> failed(String policy) throws IOException {
        return Estate.failed(new ReceiptCheck(trust(policy), EventTypeRegistry.builtIn(), false)
                .check(house.receipt(log, Optional.empty()), Optional.empty(), Optional.empty())
                .findings());
    }

    private Trust trust(String policy) {
        return Trust.of(TestLog.ORIGIN, List.of(log.ed25519.verifierKey().format()), 0)
                .cosignedAs(TlogPolicy.parse(FixtureWriter.bytes(policy)));
    }
}
