package org.aletheia.platform.signing.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The functions of a PKCS#11 module that signing needs, on a platform whose {@code unsigned long} has 64 bits (Linux, macOS).
 * A module is loaded and initialised once and stays for the life of the process.
 */
public final class Cryptoki {
    static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING_OK = 2;
    private static final long FUNCTION_LIST_BYTES = 8 + 68 * ADDRESS.byteSize();

    private final Map<Function, MethodHandle> functions = new EnumMap<>(Function.class);

    /** Place in the function list (PKCS#11 §5.2), and arguments: L an unsigned long or handle, P a pointer. */
    enum Function {
        C_INITIALIZE(0, "P"),
        C_GET_FUNCTION_LIST(3, "P"),
        C_GET_SLOT_LIST(4, "BPP"),
        C_GET_TOKEN_INFO(6, "LP"),
        C_OPEN_SESSION(12, "LLPPP"),
        C_CLOSE_SESSION(13, "L"),
        C_LOGIN(18, "LLPL"),
        C_GET_ATTRIBUTE_VALUE(24, "LLPL"),
        C_FIND_OBJECTS_INIT(26, "LPL"),
        C_FIND_OBJECTS(27, "LPLP"),
        C_FIND_OBJECTS_FINAL(28, "L"),
        C_SIGN_INIT(42, "LPL"),
        C_SIGN(43, "LPLPP"),
        C_GENERATE_KEY_PAIR(59, "LPPLPLPP");

        private final int place;
        private final FunctionDescriptor descriptor;

        Function(int place, String arguments) {
            this.place = place;
            this.descriptor = FunctionDescriptor.of(
                    JAVA_LONG, arguments.chars().mapToObj(c -> layout((char) c)).toArray(MemoryLayout[]::new));
        }

        private static MemoryLayout layout(char kind) {
            return switch (kind) {
                case 'P' -> ADDRESS;
                case 'B' -> JAVA_BYTE;
                default -> JAVA_LONG;
            };
        }
    }

    private Cryptoki(MemorySegment functionList) {
        for (Function function : Function.values()) {
            // the version of the list takes the first eight bytes, with its padding
            MemorySegment address = functionList.get(ADDRESS, 8 + function.place * ADDRESS.byteSize());
            functions.put(function, Linker.nativeLinker().downcallHandle(address, function.descriptor));
        }
    }

    /**
     * Loads a module.
     *
     * @throws Pkcs11Exception where it refuses to be initialised
     * @throws IllegalArgumentException where this is no module
     */
    public static Cryptoki load(Path library) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        MemorySegment entry = symbols.find("C_GetFunctionList")
                .orElseThrow(() -> new IllegalArgumentException("no PKCS#11 module: " + library));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointer = arena.allocate(ADDRESS);
            MethodHandle list = Linker.nativeLinker().downcallHandle(entry, Function.C_GET_FUNCTION_LIST.descriptor);
            check(Function.C_GET_FUNCTION_LIST, invoke(list, pointer));
            Cryptoki module = new Cryptoki(pointer.get(ADDRESS, 0).reinterpret(FUNCTION_LIST_BYTES));
            module.initialize(arena);
            return module;
        }
    }

    private void initialize(Arena arena) {
        MemorySegment arguments = arena.allocate(6 * ADDRESS.byteSize(), ADDRESS.byteAlignment());
        arguments.set(JAVA_LONG, 4 * ADDRESS.byteSize(), OS_LOCKING_OK);
        long result = result(Function.C_INITIALIZE, arguments);
        if (result != ALREADY_INITIALIZED) {
            check(Function.C_INITIALIZE, result);
        }
    }

    /** Calls a function that must succeed. @throws Pkcs11Exception with what it returned */
    void call(Function function, Object... arguments) {
        check(function, result(function, arguments));
    }

    /** Calls a function; its return value. */
    long result(Function function, Object... arguments) {
        MethodHandle handle = functions.get(function);
        if (handle == null) {
            throw new IllegalStateException("not looked up: " + function);
        }
        return invoke(handle, arguments);
    }

    private static void check(Function function, long result) {
        if (result != OK) {
            throw new Pkcs11Exception(function, result);
        }
    }

    private static long invoke(MethodHandle handle, Object... arguments) {
        try {
            return (long) handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a call to C threw", e);
        }
    }
}
