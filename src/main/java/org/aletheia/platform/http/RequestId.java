package org.aletheia.platform.http;

import io.vertx.ext.web.RoutingContext;
import org.aletheia.kernel.Ids;

/** The id of one request: always the server's own, told in {@link #HEADER}, in problems and in log lines. */
public final class RequestId {
    /** The response header. */
    public static final String HEADER = "Aletheia-Request-Id";

    private static final String KEY = RequestId.class.getName();

    private RequestId() {}

    /** The id of this request, made at first asking. */
    public static String of(RoutingContext request) {
        String id = request.get(KEY);
        if (id == null) {
            id = Ids.timeOrdered().toString();
            request.put(KEY, id);
        }
        return id;
    }
}
