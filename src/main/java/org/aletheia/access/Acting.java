package org.aletheia.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;

/** The caller as events name them, and the purpose that the request states. */
@RequestScoped
class Acting {
    private final CurrentPrincipal current;

    Acting(CurrentPrincipal current) {
        this.current = current;
    }

    Actor actor() {
        Principal caller = current.require();
        return new Actor(
                caller.member(), caller.organisation(), caller.leadingRole().code());
    }

    /** An event of the caller, with the stated purpose. */
    EventDraft.Builder event(EventType type, Subject subject) {
        return EventDraft.of(type, actor(), subject).purpose(current.purpose().code());
    }

    /** An event about several records. */
    EventDraft.Builder event(EventType type, List<Subject> subjects) {
        return EventDraft.ofList(type, actor(), subjects)
                .purpose(current.purpose().code());
    }
}
