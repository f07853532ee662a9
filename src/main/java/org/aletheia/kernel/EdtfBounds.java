package org.aletheia.kernel;

import java.time.Instant;
import java.util.Optional;

/** The instants that an EDTF text can mean, ends inclusive; an empty end is open or unknown. */
record EdtfBounds(Optional<Instant> earliest, Optional<Instant> latest) {

    static EdtfBounds parse(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            EdtfPoint point = EdtfPoint.parse(edtf);
            return new EdtfBounds(Optional.of(point.first()), Optional.of(point.last()));
        }
        return interval(end(edtf.substring(0, slash)), end(edtf.substring(slash + 1)));
    }

    private static EdtfBounds interval(Optional<EdtfPoint> start, Optional<EdtfPoint> end) {
        if (start.isEmpty() && end.isEmpty()) {
            throw EdtfPoint.form("an interval needs one known end");
        }
        if (start.isPresent()
                && end.isPresent()
                && start.get().first().isAfter(end.get().last())) {
            throw new MalformedValueException("edtf-reversed", "the interval ends before it starts");
        }
        return new EdtfBounds(start.map(EdtfPoint::first), end.map(EdtfPoint::last));
    }

    private static Optional<EdtfPoint> end(String text) {
        return text.isEmpty() || text.equals("..") ? Optional.empty() : Optional.of(EdtfPoint.parse(text));
    }
}
