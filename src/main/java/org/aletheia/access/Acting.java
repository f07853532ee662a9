package org.aletheia.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import org.aletheia.custody.Actor;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventType;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.platform.http.Finding;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;

/** The caller as events name them, and the purpose that the request states. */
@RequestScoped
class Acting {
    private final CurrentPrincipal current;
    private final RoutingContext request;

    Acting(CurrentPrincipal current, RoutingContext request) {
        this.current = current;
        this.request = request;
    }

    Actor actor() {
        Principal caller = current.require();
        return new Actor(
                caller.member(), caller.organisation(), caller.leadingRole().code());
    }

    /** An event of the caller, with the stated purpose. */
    EventDraft.Builder event(EventType type, Subject subject) {
        return EventDraft.of(type, actor(), subject).purpose(purpose().code());
    }

    /** An event about several records. */
    EventDraft.Builder event(EventType type, List<Subject> subjects) {
        return EventDraft.ofList(type, actor(), subjects).purpose(purpose().code());
    }

    private Purpose purpose() {
        try {
            return Purpose.of(
                    request.request().getHeader(Purpose.HEADER),
                    current.require().leadingRole());
        } catch (MalformedValueException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, Map.of(), List.of(new Finding(Purpose.HEADER + ":", e.reason())));
        }
    }
}
