package org.aletheia.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the server asks its database, and from which thread; the database answers as ever. For the length of one test. */
public final class CountedStatements {
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Asked(long thread, String sql) {}

    /** Listens at the connections of one role. */
    public CountedStatements at(AgroalDataSource injected) {
        AgroalDataSource real = ClientProxy.unwrap(injected);
        QuarkusMock.installMockForInstance(
                proxy(AgroalDataSource.class, (method, given) -> {
                    Object answer = invoked(real, method, given);
                    return answer instanceof Connection connection ? listening(connection) : answer;
                }),
                injected);
        return this;
    }

    /** All statements of the request that has asked this; those before it are forgotten. */
    public List<String> ofRequestWith(String text) {
        List<Long> threads = asked.stream()
                .filter(each -> each.sql.contains(text))
                .map(Asked::thread)
                .distinct()
                .toList();
        List<String> found = asked.stream()
                .filter(each -> threads.contains(each.thread))
                .map(Asked::sql)
                .toList();
        asked.clear();
        if (threads.size() != 1) {
            throw new AssertionError("not one request asked " + text + " but " + threads.size());
        }
        return found;
    }

    /** Forgets what was asked so far. */
    public void clear() {
        asked.clear();
    }

    private Connection listening(Connection connection) {
        return proxy(Connection.class, (method, given) -> {
            if (method.getName().startsWith("prepare") && given.length > 0) {
                asked.add(new Asked(Thread.currentThread().threadId(), String.valueOf(given[0])));
            }
            return invoked(connection, method, given);
        });
    }

    private interface Answering {
        Object answer(Method method, Object[] given) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> answering.answer(method, given == null ? new Object[0] : given)));
    }

    private static Object invoked(Object target, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
