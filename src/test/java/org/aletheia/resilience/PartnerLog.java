package org.aletheia.resilience;

import static org.aletheia.resilience.PatientClient.until;

import java.util.List;
import org.aletheia.transparency.Checkpoint;
import org.aletheia.transparency.NoteException;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.SignedNote;

/** The log of a partner, as one sees it who asks for the cosignature of the server under test. */
final class PartnerLog {
    private final RunningServer partner;
    private final List<NoteVerifierKey> cosigner;

    PartnerLog(RunningServer partner, List<NoteVerifierKey> cosigner) {
        this.partner = partner;
        this.cosigner = cosigner;
    }

    /** Lets it grow, and waits until that is published and cosigned. */
    void cosigned() throws Exception {
        PatientClient there = new PatientClient(partner, "documenter");
        long before = size(there);
        there.create("submissions", """
                {"title":"Theirs","controller":"Field Team","legalBasis":"made-up material","retentionRule":"five-years"}""");
        until(
                "cosignature",
                () -> note(there),
                note -> Checkpoint.parse(note.text()).size() > before && isCosigned(note));
    }

    private static SignedNote note(PatientClient there) throws Exception {
        return SignedNote.parse(there.get("/log/checkpoint").body());
    }

    private static long size(PatientClient there) throws Exception {
        return Checkpoint.parse(note(there).text()).size();
    }

    private boolean isCosigned(SignedNote note) {
        try {
            return !note.open(cosigner).isEmpty();
        } catch (NoteException e) {
            return false; // nobody of them
        }
    }
}
