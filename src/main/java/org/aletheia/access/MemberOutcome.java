package org.aletheia.access;

import org.aletheia.access.approval.Approval;

/** What became of a change of membership. */
public sealed interface MemberOutcome {
    /** It is done. */
    record Done(Member member) implements MemberOutcome {}

    /** It is about a privileged role: another administrator decides. */
    record Asked(Approval approval) implements MemberOutcome {}
}
