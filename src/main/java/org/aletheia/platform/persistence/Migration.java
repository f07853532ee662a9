package org.aletheia.platform.persistence;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version's schema with the owner's role, outside the server: it needs
 * {@code quarkus.flyway.jdbc-url}, {@code .username} and {@code .password} and nothing else.
 */
public final class Migration {

    private Migration() {}

    /** Applies what is missing, in one transaction per script; a failed script leaves nothing of itself. */
    public static void run() {
        Config config = ConfigProvider.getConfig();
        var result = Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        System.out.println("Migrations applied: " + result.migrationsExecuted + "; schema version "
                + (result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion));
    }
}
