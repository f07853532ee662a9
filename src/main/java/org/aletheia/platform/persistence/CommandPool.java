package org.aletheia.platform.persistence;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import org.aletheia.platform.config.CommandConfig;

/** Connections of one of the server's roles, for a command that runs without the server. */
public final class CommandPool {
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private CommandPool() {}

    /**
     * Opens them at the first use, for a command that only looks: the database refuses to write.
     *
     * @param datasource as the server's configuration calls it: {@code quarkus.datasource} or one with a name
     */
    public static AgroalDataSource reading(CommandConfig config, String datasource) {
        return open(config, datasource, "set session characteristics as transaction read only");
    }

    /** As {@link #reading}, for a command that changes what that role may change. */
    public static AgroalDataSource writing(CommandConfig config, String datasource) {
        return open(config, datasource, "");
    }

    private static AgroalDataSource open(CommandConfig config, String datasource, String initialSql) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                            .acquisitionTimeout(PATIENCE)
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(config.get(datasource + ".jdbc.url"))
                                            .initialSql(initialSql)
                                            .jdbcProperty("logServerErrorDetail", "false")
                                            .principal(new NamePrincipal(config.get(datasource + ".username")))
                                            .credential(new SimplePassword(config.get(datasource + ".password"))))));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
