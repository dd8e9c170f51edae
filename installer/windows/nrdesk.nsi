; The installer for one person: no administrator rights, nothing outside the profile of the user.
; Exit codes: 0 done, 1 given up, 2 failed, 3 Windows is too old, 5 nrdesk is open.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define KEY_OF_UNINSTALLER "Software\Microsoft\Windows\CurrentVersion\Uninstall\nrdesk"
!define KIND "nrdesk.Dossier.1"

Name "nrdesk ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\nrdesk"
InstallDirRegKey HKCU "Software\nrdesk" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS all
ManifestLongPathAware true
BrandingText "nrdesk ${VERSION}, logiciel libre et hors ligne"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1036 "ProductName" "nrdesk"
VIAddVersionKey /LANG=1036 "FileDescription" "Installation de nrdesk"
VIAddVersionKey /LANG=1036 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "nrdesk.ico"
!define MUI_UNICON "nrdesk.ico"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\nrdesk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"

Function .onInit
  SetShellVarContext current
  SetRegView 64
  ; A 64-bit installer does not even start on a 32-bit Windows.
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "nrdesk demande Windows 10 ou 11, en 64 bits. Rien n’a été installé." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; A program that runs cannot be written to: no need to look for processes.
!macro STOP_IF_OPEN UN PROGRAM
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "nrdesk est ouvert. Fermez-le, puis recommencez." /SD IDCANCEL IDRETRY +3
    SetErrorLevel 5
    Quit
  ${Loop}
!macroend
!macro FUNCTION_STOP_IF_OPEN UN
Function ${UN}StopIfOpen
  !insertmacro STOP_IF_OPEN "${UN}" "nrdesk.exe"
  !insertmacro STOP_IF_OPEN "${UN}" "nrdesk-cli.exe"
FunctionEnd
!macroend
!insertmacro FUNCTION_STOP_IF_OPEN ""
!insertmacro FUNCTION_STOP_IF_OPEN "un."

!macro CLASS PATH NAME VALUE
  WriteRegStr HKCU "Software\Classes\${PATH}" "${NAME}" `${VALUE}`
!macroend

Section "nrdesk"
  Call StopIfOpen
  ; In place of an older version: its own list of files goes first, so that none of its modules stays behind.
  ${If} ${FileExists} "$INSTDIR\desinstaller.exe"
    ExecWait '"$INSTDIR\desinstaller.exe" /S /REMPLACEMENT=1 _?=$INSTDIR' $0
    ${If} $0 <> 0
      MessageBox MB_ICONSTOP "La version précédente n’a pas pu être retirée. Fermez nrdesk, puis recommencez." /SD IDOK
      SetErrorLevel $0
      Quit
    ${EndIf}
  ${EndIf}
  !include "${LISTS}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\desinstaller.exe"
  CreateShortcut "$SMPROGRAMS\nrdesk.lnk" "$INSTDIR\nrdesk.exe" "" "$INSTDIR\nrdesk.exe" 0

  WriteRegStr HKCU "Software\nrdesk" "InstallDir" "$INSTDIR"
  !insertmacro CLASS ".nrdesk\OpenWithProgids" "${KIND}" ""
  !insertmacro CLASS ".nrdesk" "" "${KIND}"
  !insertmacro CLASS ".nrdesk" "Content Type" "application/vnd.nrdesk+sqlite3"
  !insertmacro CLASS "${KIND}" "" "Dossier nrdesk"
  !insertmacro CLASS "${KIND}\DefaultIcon" "" "$INSTDIR\nrdesk.exe,1"
  !insertmacro CLASS "${KIND}\shell\open\command" "" '"$INSTDIR\nrdesk.exe" "%1"'
  !insertmacro CLASS "Applications\nrdesk.exe\shell\open\command" "" '"$INSTDIR\nrdesk.exe" "%1"'
  !insertmacro CLASS "Applications\nrdesk.exe\SupportedTypes" ".nrdesk" ""

  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "DisplayName" "nrdesk"
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "DisplayIcon" "$INSTDIR\nrdesk.exe"
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "Publisher" "nrdesk"
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "UninstallString" '"$INSTDIR\desinstaller.exe"'
  WriteRegStr HKCU "${KEY_OF_UNINSTALLER}" "QuietUninstallString" '"$INSTDIR\desinstaller.exe" /S'
  WriteRegDWORD HKCU "${KEY_OF_UNINSTALLER}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY_OF_UNINSTALLER}" "NoRepair" 1
  WriteRegDWORD HKCU "${KEY_OF_UNINSTALLER}" "EstimatedSize" ${SIZE_KB}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  SetShellVarContext current
  SetRegView 64
FunctionEnd

; Only files of the list: documents, even saved in the folder of the program, are never touched.
Section "Uninstall"
  Call un.StopIfOpen
  !include "${LISTS}/uninstall.nsh"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/REMPLACEMENT=" $R1
  ${If} ${Errors}
    Delete "$SMPROGRAMS\nrdesk.lnk"
    DeleteRegValue HKCU "Software\Classes\.nrdesk\OpenWithProgids" "${KIND}"
    DeleteRegKey /ifempty HKCU "Software\Classes\.nrdesk\OpenWithProgids"
    ReadRegStr $0 HKCU "Software\Classes\.nrdesk" ""
    ${If} $0 == "${KIND}"
      DeleteRegKey HKCU "Software\Classes\.nrdesk"
    ${EndIf}
    DeleteRegKey HKCU "Software\Classes\${KIND}"
    DeleteRegKey HKCU "Software\Classes\Applications\nrdesk.exe"
    DeleteRegKey HKCU "${KEY_OF_UNINSTALLER}"
    DeleteRegKey HKCU "Software\nrdesk"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ${EndIf}
  Delete "$INSTDIR\desinstaller.exe"
  RMDir "$INSTDIR"
SectionEnd
