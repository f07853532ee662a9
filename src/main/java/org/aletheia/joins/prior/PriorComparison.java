package org.aletheia.joins.prior;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.aletheia.platform.time.Moments;

/** Compares questions with what the vault holds, apart from the requests that asked them. */
@ApplicationScoped
public class PriorComparison {
    private static final int BATCH = 50;

    private final QuestionRegister register;
    private final MarkRegister marks;
    private final Clock clock;

    PriorComparison(QuestionRegister register, MarkRegister marks, Clock clock) {
        this.register = register;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Compares all open questions, one after another: marks are read in the vault, then matches and the note that it was done
     * are written in one transaction. A crash in between, or a second replica at the same work, does it again to no other end.
     */
    public void compare() {
        List<PriorQuestion> batch;
        do {
            batch = register.open(BATCH);
            batch.forEach(question -> register.compared(question, marks.alike(question.subject()), Moments.now(clock)));
        } while (batch.size() == BATCH);
    }
}
