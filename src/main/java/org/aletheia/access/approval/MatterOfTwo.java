package org.aletheia.access.approval;

import java.util.Set;
import org.aletheia.access.Principal;

/** What a capability knows of matters that two decide: who may, and how it is done. Beans of this type are found by matter. */
public interface MatterOfTwo {
    /** Which; each has one bean. */
    Set<Matter> matters();

    /**
     * Whether somebody may decide about the request, and so may see it, apart from being another than whoever asked. It is
     * asked again of both when one of them approves: whoever asked must still be one who might.
     */
    boolean entitles(Principal who, Approval asked);

    /**
     * Does what was asked, with its events, in the transaction in which it is approved; the caller is who approves. Nothing
     * where the approval is a permit for whoever asked ({@link Approvals#use}).
     *
     * @throws org.aletheia.platform.http.ProblemException where it cannot be done as asked any more: then nothing is decided
     */
    void execute(Approval approved);
}
