package org.aletheia.resilience.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which request is cut next, for all lines together; and which kinds of requests there were. */
public final class FaultPlan {
    private record Asked(String line, String kind) {}

    private final Set<Asked> asked = new LinkedHashSet<>();
    private @Nullable Fault armed;
    private boolean happened;

    /** Lets the first request that fits fail from now on, and no other. */
    public synchronized void arm(Fault fault) {
        armed = fault;
        happened = false;
    }

    /** Lets all requests through; says whether the fault that was armed last has happened. */
    public synchronized boolean disarm() {
        armed = null;
        return happened;
    }

    /** Forgets the requests so far. */
    public synchronized void forget() {
        asked.clear();
    }

    /** A fault of each moment for every kind of request since {@link #forget}, in the order of their first. */
    public synchronized List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Asked each : asked) {
            for (Fault.Moment moment : Fault.Moment.values()) {
                faults.add(new Fault(each.line(), each.kind(), moment));
            }
        }
        return faults;
    }

    /** Takes note of a request; when it is to be cut, if it is. */
    synchronized Optional<Fault.Moment> meets(String line, String kind) {
        asked.add(new Asked(line, kind));
        if (armed == null || !armed.line().equals(line) || !armed.kind().equals(kind)) {
            return Optional.empty();
        }
        Fault.Moment moment = armed.moment();
        armed = null;
        happened = moment == Fault.Moment.BEFORE_IT_WAS_FORWARDED;
        return Optional.of(moment);
    }

    /** The answer to the request that is to be cut has come. */
    synchronized void answered() {
        happened = true;
    }
}
