package org.aletheia.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConfigurationPageTest {
    @Test
    void thePageIsWhatTheInterfacesSay() throws IOException {
        String page = ConfigurationPage.render(Generated.project().resolve("src/main/java"));
        assertThat(page)
                .contains("| `aletheia.http.json-limit` | `1M` | Largest JSON body that is read;")
                .contains("| `aletheia.bootstrap.code` | none | One-time code");
        Generated.check("docs/configuration.md", page);
    }
}
