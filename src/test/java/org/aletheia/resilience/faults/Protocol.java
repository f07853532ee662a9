package org.aletheia.resilience.faults;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** How the requests of one connection are told apart. Every request waits for the answer to the one before. */
public enum Protocol {
    POSTGRES {
        @Override
        Requests requests(InputStream client) {
            return new PostgresRequests(client);
        }
    },
    HTTP {
        @Override
        Requests requests(InputStream client) {
            return new HttpRequests(client);
        }
    };

    /** The requests of one connection, in their order. */
    interface Requests {
        /** The next one; null where the client has ended the connection. */
        @Nullable
        Request next() throws IOException;
    }

    abstract Requests requests(InputStream client);
}
