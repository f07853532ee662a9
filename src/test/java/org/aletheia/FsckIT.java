package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.aletheia.custody.fsck.Fsck;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sound estate is found to be one, also while it is written to. */
@QuarkusTest
@Tag("it")
class FsckIT extends FsckScene {
    @Test
    void aSoundEstateIsClean() {
        String incident = Records.incident("investigator");
        Records.get("investigator", "incidents/" + incident).statusCode(200);
        Records.get("documenter", "items").statusCode(200);
        settle();
        Outcome outcome = fsck();
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(Fsck.CLEAN);
        Outcome read = fsck("--content", "--rate", "100");
        assertThat(read.about(item)).isEmpty();
        assertThat(read.about(other)).isEmpty();
    }

    @Test
    void aServerThatWritesMeanwhileIsNoFault() throws Exception {
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 20; i++) {
                Items.of("documenter");
            }
        });
        do {
            assertThat(fsck().findings())
                    .filteredOn(finding -> "fault".equals(finding.get("severity")))
                    .isEmpty();
        } while (writer.isAlive());
        writer.join();
        settle();
    }
}
