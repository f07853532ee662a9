package org.aletheia.custody.log;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StorageUnavailableException;

/**
 * Lets one durable effect fail: the n-th commit or write to the bucket, counted from 0, either before it took place or
 * after. The servers behind are the real ones.
 */
public final class Faults {
    /** What becomes of the effect. */
    public enum Mode {
        /** The failure is told and true. */
        FAILED_AND_NOT_PERSISTED,
        /** The failure is told, and the effect took place. */
        FAILED_BUT_PERSISTED
    }

    private final int failing;
    private final Mode mode;
    private final AtomicInteger effects = new AtomicInteger();

    /** @param failing number of the effect that fails; a negative one lets all succeed */
    public Faults(int failing, Mode mode) {
        this.failing = failing;
        this.mode = mode;
    }

    /** Effects so far. */
    public int effects() {
        return effects.get();
    }

    DataSource on(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? on(connection) : result;
        });
    }

    /** The store, with its writes counted. */
    public ObjectStore on(ObjectStore store) {
        return proxy(ObjectStore.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("put")) {
                return call(store, method, arguments);
            }
            return effect(
                    () -> call(store, method, arguments),
                    new StorageUnavailableException("put", StorageUnavailableException.Effect.UNKNOWN, null));
        });
    }

    private Connection on(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("commit")) {
                return call(connection, method, arguments);
            }
            return effect(() -> call(connection, method, arguments), new SQLException("commit failed", "08006"));
        });
    }

    private Object effect(Callable<Object> effect, Exception failure) throws Exception {
        boolean fails = effects.getAndIncrement() == failing;
        if (fails && mode == Mode.FAILED_AND_NOT_PERSISTED) {
            throw failure;
        }
        Object result = effect.call();
        if (fails) {
            throw failure;
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
