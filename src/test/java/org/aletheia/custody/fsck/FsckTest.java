package org.aletheia.custody.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How checks are run, told of, and gone on with. */
@Tag("unit")
class FsckTest {
    private static final FindingCode FAULT = CustodyFinding.EVENT_ALTERED;
    private static final FindingCode NOTE = CustodyFinding.TREE_UNCHECKED;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private record Check(String name, Consumer<Examination> work) implements EstateCheck {
        @Override
        public void run(Examination examination) {
            work.accept(examination);
        }
    }

    @Test
    void nothingFoundIsClean() {
        assertThat(run(List.of(), new Check("one", told -> told.examined(3)))).isEqualTo(Fsck.CLEAN);
        assertThat(printed()).contains("one: 3 checked").contains("0 faults, 0 notes");
    }

    @Test
    void aNoteIsNoFault() {
        assertThat(run(List.of(), new Check("one", told -> told.found(NOTE, "here", "seen"))))
                .isEqualTo(Fsck.CLEAN);
        assertThat(printed()).contains("[note]  tree-unchecked: here: seen");
    }

    @Test
    void aFaultIsNamedAndCounted() {
        assertThat(run(List.of("--json"), new Check("one", told -> told.found(FAULT, "here", "altered"))))
                .isEqualTo(Fsck.FAULTS);
        assertThat(printed().lines())
                .containsExactly(
                        "{\"check\":\"one\",\"code\":\"event-altered\",\"detail\":\"altered\",\"severity\":\"fault\","
                                + "\"where\":\"here\"}",
                        "{\"complete\":true,\"faults\":1,\"notes\":0,\"severity\":\"summary\"}");
    }

    /** A dependency that is away keeps nobody from checking what can be checked. */
    @Test
    void whatCannotBeCheckedIsSaidAndTheRestIsChecked() {
        Check broken = new Check("one", told -> {
            throw new IllegalStateException("away");
        });
        assertThat(run(List.of(), broken, new Check("two", told -> told.examined(2))))
                .isEqualTo(Fsck.UNCHECKED);
        assertThat(printed()).contains("two: 2 checked").contains("NOT everything could be checked");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("one cannot be checked: IllegalStateException");
    }

    @Test
    void aFaultWeighsMoreThanWhatCannotBeChecked() {
        Check broken = new Check("one", told -> {
            told.found(FAULT, "here", "altered");
            throw new IllegalStateException("away");
        });
        assertThat(run(List.of(), broken)).isEqualTo(Fsck.FAULTS);
    }

    @Test
    void aRunGoesOnWhereTheLastOneStopped() throws Exception {
        Path file = folder.resolve("state");
        List<String> options = List.of("--state", file.toString());
        List<String> from = new ArrayList<>();
        Check first = new Check("first", told -> told.found(FAULT, "here", "altered"));
        Check second = new Check("second", told -> {
            from.add(String.valueOf(told.from()));
            if (told.from() == null) {
                pause();
                told.reached("half");
                throw new IllegalStateException("away");
            }
        });
        assertThat(run(options, first, second)).isEqualTo(Fsck.FAULTS);
        assertThat(Files.readString(file)).contains("position.second=half").contains("done.first=");

        Check repeated = new Check("first", told -> from.add("again"));
        assertThat(run(options, repeated, second)).isEqualTo(Fsck.FAULTS);
        assertThat(from).containsExactly("null", "half");
        assertThat(file).doesNotExist();
    }

    @Test
    void aRunWithoutContentIsNoBeginningOfOneWithIt() {
        String file = folder.resolve("state").toString();
        Check broken = new Check("one", told -> {
            throw new IllegalStateException("away");
        });
        run(List.of("--state", file), new Check("zero", told -> {}), broken);
        assertThatThrownBy(() -> run(List.of("--state", file, "--content"), broken))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommandLine() {
        assertThat(FsckOptions.parse(List.of())).isEqualTo(new FsckOptions(false, false, 0, null));
        assertThat(FsckOptions.parse(List.of("--content", "--rate", "3", "--json", "--state", "s")))
                .isEqualTo(new FsckOptions(true, true, 3 << 20, Path.of("s")));
        assertThat(FsckOptions.parse(List.of("--rate", "3"))).isEqualTo(new FsckOptions(false, false, 3 << 20, null));
        for (List<String> wrong : List.of(
                List.of("--rate"), List.of("--content", "--rate", "0"), List.of("--state"), List.of("--repair"))) {
            assertThatThrownBy(() -> FsckOptions.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private int run(List<String> options, EstateCheck... checks) {
        return new Fsck(FsckOptions.parse(options), stream(out), stream(err)).run(List.of(checks));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The state is written once a second at most. */
    private static void pause() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
