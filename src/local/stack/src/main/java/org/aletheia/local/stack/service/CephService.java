package org.aletheia.local.stack.service;

import org.aletheia.local.stack.Ports;
import org.aletheia.local.stack.StackException;

/** Ceph's object gateway: S3 with versions and Object Lock. */
public final class CephService implements Service {

    private final Ports ports;

    public CephService(Ports ports) {
        this.ports = ports;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public int port() {
        return ports.s3();
    }

    @Override
    public Started start(ServiceContext context) {
        throw new StackException("Ceph comes later");
    }
}
