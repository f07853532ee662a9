package org.aletheia.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the framework-free policy injectable. */
class PolicyProducer {
    @Produces
    @Singleton
    AccessPolicy policy() {
        return new AccessPolicy();
    }
}
