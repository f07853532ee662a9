package org.aletheia.platform.config;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The server's configuration, for a command of the same program that does not start the server. */
public final class CommandConfig {
    private final SmallRyeConfig config;

    private CommandConfig(SmallRyeConfig config) {
        this.config = config;
    }

    /** Reads it from wherever the server would. @param mappings the interfaces that will be asked for */
    public static CommandConfig read(Class<?>... mappings) {
        Config found = ConfigProvider.getConfig();
        List<ConfigSource> sources = new ArrayList<>();
        found.getConfigSources().forEach(sources::add);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfiles(found.unwrap(SmallRyeConfig.class).getProfiles())
                .withValidateUnknown(false)
                .withSources(sources);
        for (Class<?> mapping : mappings) {
            builder.withMapping(mapping);
        }
        return new CommandConfig(builder.build());
    }

    /**
     * A property that must be there.
     *
     * @throws java.util.NoSuchElementException naming it
     */
    public String get(String name) {
        return config.getValue(name, String.class);
    }

    /** A group of properties. */
    public <T> T get(Class<T> mapping) {
        return config.getConfigMapping(mapping);
    }
}
