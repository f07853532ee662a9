package org.aletheia.resilience.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which request is cut next, for all lines together; and which kinds of requests there were. */
public final class FaultPlan {
    private static final Pattern EFFECT = Pattern.compile("^(PUT|POST|DELETE) |\\b(?i:insert|update|delete|copy)\\b");

    private record Asked(String line, String kind) {
        /** What changes nothing leaves the same behind whether the server heard of it or not. */
        boolean hasEffect() {
            return EFFECT.matcher(kind).find();
        }
    }

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

    /**
     * Faults for every kind of request since {@link #forget}, in the order of their first: of each moment, or where a request
     * changes nothing, before its answer alone.
     */
    public synchronized List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Asked each : asked) {
            if (each.hasEffect()) {
                faults.add(new Fault(each.line(), each.kind(), Fault.Moment.BEFORE_IT_WAS_FORWARDED));
            }
            faults.add(new Fault(each.line(), each.kind(), Fault.Moment.BEFORE_ITS_ANSWER));
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
