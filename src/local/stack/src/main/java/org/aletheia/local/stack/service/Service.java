package org.aletheia.local.stack.service;

/** One server of the stack. */
public interface Service {

    /** As shown, and as its log is called. */
    String name();

    int port();

    /** Returns when the server answers. Whatever it has started is stopped by the {@code context}, also on failure. */
    Started start(ServiceContext context) throws Exception;
}
