package org.aletheia.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.aletheia.platform.config.ProductionCheck;
import org.aletheia.platform.config.Unsafe;
import org.aletheia.platform.config.Wires;

/** Elasticsearch holds text of evidence in the clear: others neither listen on the way nor ask it themselves. */
@ApplicationScoped
class SearchWireCheck implements ProductionCheck {
    private static final String URL = "aletheia.search.url";

    private final SearchConfig config;
    private final Wires wires;

    SearchWireCheck(SearchConfig config, Wires wires) {
        this.config = config;
        this.wires = wires;
    }

    @Override
    public List<Unsafe> check() {
        boolean credentials = config.apiKey().isPresent()
                || (config.username().isPresent() && config.password().isPresent());
        return check(config.url(), credentials, wires);
    }

    static List<Unsafe> check(List<URI> urls, boolean credentials, Wires wires) {
        List<Unsafe> found = new ArrayList<>();
        List<URI> away = urls.stream()
                .filter(url -> !Wires.isThisMachine(String.valueOf(url.getHost())))
                .toList();
        if (away.stream().anyMatch(url -> !"https".equals(url.getScheme()))) {
            found.add(wires.unprotected(URL, "text of evidence would cross the network in the clear", "use https"));
        }
        if (!away.isEmpty() && !credentials) {
            found.add(Unsafe.severe(
                    "aletheia.search.api-key",
                    "an Elasticsearch on another machine that asks for no credentials shows evidence to all who reach it",
                    "turn its security on and give an API key, or aletheia.search.username and password"));
        }
        return found;
    }
}
