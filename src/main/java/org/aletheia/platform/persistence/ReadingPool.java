package org.aletheia.platform.persistence;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import org.aletheia.platform.config.CommandConfig;

/** Connections of one of the server's roles, for a command that runs without the server; the database refuses to write. */
public final class ReadingPool {
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ReadingPool() {}

    /**
     * Opens them at the first use.
     *
     * @param datasource as the server's configuration calls it: {@code quarkus.datasource} or one with a name
     */
    public static AgroalDataSource open(CommandConfig config, String datasource) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                            .acquisitionTimeout(PATIENCE)
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(config.get(datasource + ".jdbc.url"))
                                            .initialSql("set session characteristics as transaction read only")
                                            .jdbcProperty("logServerErrorDetail", "false")
                                            .principal(new NamePrincipal(config.get(datasource + ".username")))
                                            .credential(new SimplePassword(config.get(datasource + ".password"))))));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
