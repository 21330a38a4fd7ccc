# Installs Diversion as a Windows service that starts with the machine. Run as administrator, from the folder of the release:
#   .\install\install-service.ps1 -Data D:\Diversion
# The service runs as a virtual account of its own (NT SERVICE\Diversion), and only that account and administrators may read the data.
# Settings (docs/settings.md) are environment variables of the service: REG_MULTI_SZ "Environment" of its registry key.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Data,
    [string] $Urls = 'http://127.0.0.1:5080',
    [string] $Name = 'Diversion'
)
$ErrorActionPreference = 'Stop'
$program = Join-Path (Split-Path -Parent $PSScriptRoot) 'diversion.exe'
if (-not (Test-Path -LiteralPath $program)) { throw "There is no $program. Run this script from the unpacked release." }

New-Item -ItemType Directory -Force -Path $Data | Out-Null
New-Service -Name $Name -DisplayName 'Diversion' -Description 'Runs a police diversion programme.' -StartupType Automatic `
    -BinaryPathName "`"$program`" serve --data `"$Data`" --urls $Urls" | Out-Null
sc.exe config $Name obj= "NT SERVICE\$Name" | Out-Null
sc.exe failure $Name reset= 86400 actions= restart/5000/restart/30000/restart/60000 | Out-Null
icacls.exe $Data /inheritance:r /grant:r "NT SERVICE\${Name}:(OI)(CI)F" 'BUILTIN\Administrators:(OI)(CI)F' | Out-Null
Start-Service -Name $Name
Get-Service -Name $Name
