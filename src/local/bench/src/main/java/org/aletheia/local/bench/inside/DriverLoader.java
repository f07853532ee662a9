package org.aletheia.local.bench.inside;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the driver's classes from our jar below the server's loader, so that the names in them are those of the server's
 * own classes. All else comes from above.
 */
final class DriverLoader extends URLClassLoader {
    static final String PACKAGE = DriverLoader.class.getPackageName() + ".driver.";

    private DriverLoader(URL jar, ClassLoader server) {
        super(new URL[] {jar}, server);
    }

    static DriverLoader over(ClassLoader server) {
        URL jar = DriverLoader.class.getProtectionDomain().getCodeSource().getLocation();
        return new DriverLoader(jar, server);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
