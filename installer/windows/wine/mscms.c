/* Test only: Wine's mscms.dll stops the program in WcsCreateIccProfile, which Qt calls to know the colours of the
 * screen. These answer that there is no profile. */
#define EXPORTED __declspec(dllexport)

EXPORTED int GetColorProfileFromHandle(void *profile, void *buffer, unsigned *size) { return 0; }
EXPORTED int CloseColorProfile(void *profile) { return 1; }
EXPORTED void *WcsCreateIccProfile(void *profile, unsigned options) { return 0; }
EXPORTED void *OpenColorProfileW(void *profile, unsigned access, unsigned share, unsigned mode) { return 0; }
