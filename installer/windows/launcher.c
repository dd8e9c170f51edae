/* Starts runtime\python313.dll on our code with the arguments of the user: no shell, no console, nothing unpacked.
 *
 * A file `portable.txt` beside the program makes it portable: nrdesk then keeps its own files in `donnees`,
 * beside the program too. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define PYTHON L"python313.dll"
#define LONGEST 32768

typedef int (*PyMain)(int, wchar_t **);

static wchar_t folder[LONGEST], path[LONGEST + 64];

static int fail(int code, const wchar_t *message) {
#ifdef CONSOLE
    fwprintf(stderr, L"nrdesk : %ls\n", message);
#else
    MessageBoxW(NULL, message, L"nrdesk", MB_ICONERROR | MB_OK);
#endif
    return code;
}

static wchar_t *beside(const wchar_t *name) {
    wcscpy(path, folder);
    wcscat(path, name);
    return path;
}

/* The window alone: automatic checks must never wait for somebody to read a message. */
static int is_self_test(void) {
    for (int i = 1; i < __argc; i++)
        if (wcsncmp(__wargv[i], L"--selftest", 10) == 0) return 1;
    return 0;
}

static int start(void) {
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    if (!length || length >= LONGEST) return fail(70, L"Le chemin du programme est illisible.");
    wchar_t *last = wcsrchr(folder, L'\\');
    if (!last) return fail(70, L"Le chemin du programme est illisible.");
    *last = 0;

    SetDllDirectoryW(L""); /* never a library of the current folder */
    if (GetFileAttributesW(beside(L"\\portable.txt")) != INVALID_FILE_ATTRIBUTES)
        SetEnvironmentVariableW(L"NRDESK_HOME", beside(L"\\donnees"));

    HMODULE library = LoadLibraryExW(beside(L"\\runtime\\" PYTHON), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    PyMain run = library ? (PyMain)(void *)GetProcAddress(library, "Py_Main") : NULL;
    if (!run)
        return fail(70, L"L’installation est incomplète : runtime\\" PYTHON L" manque ou ne se charge pas. "
                        L"Installez nrdesk de nouveau ; vos documents ne sont pas touchés.");

    wchar_t **arguments = calloc(__argc + 8, sizeof *arguments);
    if (!arguments) return fail(70, L"Il n’y a plus de mémoire.");
    int count = 0;
    arguments[count++] = __wargv[0];
    arguments[count++] = L"-I"; /* neither variables nor folders of this computer */
    arguments[count++] = L"-B"; /* write no __pycache__ */
    arguments[count++] = L"-X";
    arguments[count++] = L"utf8";
    arguments[count++] = L"-m";
    arguments[count++] = MODULE;
    for (int i = 1; i < __argc; i++) arguments[count++] = __wargv[i];
    int code = run(count, arguments);
#ifndef CONSOLE
    if (code == 1 && !is_self_test())
        return fail(code, L"nrdesk s’est arrêté à cause d’une erreur. Ce que vous aviez saisi est enregistré.\n\n"
                          L"S’il ne s’ouvre plus, installez-le de nouveau ; vos documents ne sont pas touchés.");
#else
    (void)is_self_test;
#endif
    return code;
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show) { return start(); }
#endif
