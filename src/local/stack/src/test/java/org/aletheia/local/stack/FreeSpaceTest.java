package org.aletheia.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {

    private static final Path FOLDER = Path.of("data");

    @Test
    void tooLittleIsSaidWithTheFolderAndTheRemedy() {
        assertThatThrownBy(() -> FreeSpace.require(FOLDER, 3999, ", or choose another folder"))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "3999 MB are free where data is, and 4000 are wanted. Free some, or choose another folder.");
    }

    @Test
    void enoughPasses() {
        assertThatCode(() -> FreeSpace.require(FOLDER, 4000, "")).doesNotThrowAnyException();
    }
}
