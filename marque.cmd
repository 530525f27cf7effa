@echo off
rem Runs Marque from this folder on Windows. The first run builds it into .marque\ (ReadyToRun, needs the .NET runtime); later runs only start it.
rem The exit code is that of the program; 2 when the SDK is missing, 3 when the build fails.
setlocal
set "root=%~dp0"
set "store=%root%.marque"
set "name="
if exist "%store%\windows" set /p name=<"%store%\windows"
set "app=%store%\%name%\publish\Marque.Cli\release\marque.dll"
call :unchanged && goto run

pushd "%root%"
rem global.json in the root says which SDK serves.
dotnet --version >nul 2>&1 || (
  popd
  echo marque: the .NET 10 SDK is needed to build Marque: https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  exit /b 2
)
echo marque: building the program, once 1>&2
if not exist "%store%" mkdir "%store%"
rem A name of its own for each build: two first runs at once cannot disturb each other.
set "old=%name%"
set "name=windows-%RANDOM%%RANDOM%"
set "seen=%store%\%name%\seen"
call :remember
dotnet publish src\Marque.Cli -c Release --artifacts-path "%store%\%name%" --disable-build-servers -v minimal -p:MarqueNative=false "-p:MarqueLockFolder=%store%\locks-windows" -p:RestoreLockedMode=false >"%store%\build.log" 2>&1 || (
  popd
  findstr /c:": error" "%store%\build.log" 1>&2
  echo marque: the program could not be built; "%store%\build.log" has the whole story 1>&2
  exit /b 3
)
popd
>"%store%\windows.new" echo %name%
move /y "%store%\windows.new" "%store%\windows" >nul
rem A program that still runs keeps its folder: renaming it fails.
if defined old ren "%store%\%old%" "gone-%old%" 2>nul && rd /s /q "%store%\gone-%old%"
set "app=%store%\%name%\publish\Marque.Cli\release\marque.dll"

:run
dotnet "%app%" %*
exit /b %errorlevel%

rem Robocopy compares names, sizes and times with what the build saw; 0 means no difference.
:unchanged
if not defined name exit /b 1
if not exist "%app%" exit /b 1
set "seen=%store%\%name%\seen"
for %%d in (src legal) do if exist "%root%%%d" (
  robocopy "%root%%%d" "%seen%\%%d" /L /MIR /XD bin obj /NJH /NJS /NFL /NDL /NP >nul
  if errorlevel 1 exit /b 1
)
robocopy "%root%." "%seen%" Directory.Build.props Directory.Packages.props global.json /L /NJH /NJS /NFL /NDL /NP >nul
if errorlevel 1 exit /b 1
exit /b 0

:remember
for %%d in (src legal) do if exist "%root%%%d" robocopy "%root%%%d" "%seen%\%%d" /MIR /XD bin obj /NJH /NJS /NFL /NDL /NP >nul
robocopy "%root%." "%seen%" Directory.Build.props Directory.Packages.props global.json /NJH /NJS /NFL /NDL /NP >nul
exit /b 0
