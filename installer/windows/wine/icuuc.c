/* Test only: stands for the icuuc.dll that Windows carries since 2017 and that Wine does not have.
 *
 * Its functions say that there is no converter, so that Qt uses its own for UTF-8, UTF-16 and Latin-1. Being
 * loaded before numpy, it also mends Wine's ucrtbase.dll, whose functions on complex numbers stop the program. */
#include <complex.h>
#include <string.h>
#include <windows.h>

#define EXPORTED __declspec(dllexport)
#define NOTHING(name) \
    EXPORTED void name(void) {}

NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)

EXPORTED void *ucnv_open(const char *name, int *error) {
    if (error) *error = 4; /* U_FILE_ACCESS_ERROR */
    return NULL;
}
EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}
EXPORTED signed char ucnv_getMaxCharSize(void *converter) { return 4; }
EXPORTED const char *ucnv_getName(void *converter, int *error) {
    if (error) *error = 1; /* U_ILLEGAL_ARGUMENT_ERROR */
    return NULL;
}
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int index) { return NULL; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    return ucnv_getName(NULL, error);
}
EXPORTED int ucnv_fromUCountPending(void *converter, int *error) { return 0; }
EXPORTED int ucnv_toUCountPending(void *converter, int *error) { return 0; }

/* Windows passes complex numbers as structures, which the compiler's own type does not. */
typedef struct { float part[2]; } complex_float;
typedef struct { double part[2]; } complex_double;

static double complex from_double(complex_double z) { return z.part[0] + I * z.part[1]; }
static float complex from_float(complex_float z) { return z.part[0] + I * z.part[1]; }
static complex_double to_double(double complex z) { return (complex_double){{__real__ z, __imag__ z}}; }
static complex_float to_float(float complex z) { return (complex_float){{__real__ z, __imag__ z}}; }

#define OF_ONE(name) \
    static complex_double my_##name(complex_double z) { return to_double(name(from_double(z))); } \
    static complex_float my_##name##f(complex_float z) { return to_float(name##f(from_float(z))); }
#define REAL(name) \
    static double my_##name(complex_double z) { return name(from_double(z)); } \
    static float my_##name##f(complex_float z) { return name##f(from_float(z)); }

OF_ONE(cexp) OF_ONE(ccos) OF_ONE(ccosh) OF_ONE(csin) OF_ONE(csinh) OF_ONE(ctan) OF_ONE(ctanh) OF_ONE(csqrt) OF_ONE(clog)
OF_ONE(cacos) OF_ONE(casin) OF_ONE(catan) OF_ONE(cacosh) OF_ONE(casinh) OF_ONE(catanh)
REAL(creal) REAL(cimag) REAL(cabs) REAL(carg)
static complex_double my_cpow(complex_double a, complex_double b) { return to_double(cpow(from_double(a), from_double(b))); }
static complex_float my_cpowf(complex_float a, complex_float b) { return to_float(cpowf(from_float(a), from_float(b))); }

#define THREE(name) {#name, my_##name}, {#name "f", my_##name##f}, {#name "l", my_##name}
static const struct { const char *name; void *function; } MENDED[] = {
    THREE(cexp), THREE(ccos), THREE(ccosh), THREE(csin), THREE(csinh), THREE(ctan), THREE(ctanh), THREE(csqrt), THREE(clog),
    THREE(cacos), THREE(casin), THREE(catan), THREE(cacosh), THREE(casinh), THREE(catanh), THREE(cpow),
    THREE(creal), THREE(cimag), THREE(cabs), THREE(carg),
};

/* Writes « mov rax, function; jmp rax » where the function of Wine begins. */
static void mend(unsigned char *code, const void *function) {
    DWORD old;
    if (!code || !VirtualProtect(code, 12, PAGE_EXECUTE_READWRITE, &old)) return;
    code[0] = 0x48, code[1] = 0xB8;
    memcpy(code + 2, &function, 8);
    code[10] = 0xFF, code[11] = 0xE0;
    VirtualProtect(code, 12, old, &old);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved) {
    HMODULE library = reason == DLL_PROCESS_ATTACH ? LoadLibraryA("ucrtbase.dll") : NULL;
    for (unsigned i = 0; library && i < sizeof MENDED / sizeof *MENDED; i++)
        mend((unsigned char *)GetProcAddress(library, MENDED[i].name), MENDED[i].function);
    return TRUE;
}
