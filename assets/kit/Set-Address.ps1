<#
.SYNOPSIS
  設置先のアドレスを書き込んだ manifest.xml を作ります。Node.js もインターネットも要りません。

.DESCRIPTION
  同じフォルダーの manifest-template.xml を読み、manifest.xml を書きます。
  -Share を付けると、そのフォルダーを信頼できるカタログにする登録ファイル trusted-catalog.reg も書きます。

.PARAMETER Address
  web フォルダーの中身を置いた場所のアドレス。https で始めます。

.PARAMETER Share
  manifest.xml を置く共有フォルダー（\\サーバー名\共有名）。

.EXAMPLE
  powershell -ExecutionPolicy Bypass -File .\Set-Address.ps1 -Address https://intranet.example.lg.jp/measure-ledger/ -Share \\fileserver\addins
#>
param(
  [Parameter(Mandatory = $true)][string]$Address,
  [string]$Share = ''
)

$ErrorActionPreference = 'Stop'
$placeholder = 'https://measure-ledger.invalid/'
# 更新のときに同じ登録を書き換えるよう、いつも同じ値を使います。
$catalog = '{8D0C7E52-5B0B-4B39-9A52-0F6E5A7D1C34}'

$uri = $null
$isAddress = [System.Uri]::TryCreate($Address, [System.UriKind]::Absolute, [ref]$uri)
if (-not $isAddress -or $uri.Scheme -ne 'https' -or $uri.Query -ne '' -or $uri.Fragment -ne '' -or $uri.UserInfo -ne '') {
  Write-Host "「$Address」は使えません。https://intranet.example.lg.jp/measure-ledger/ のように、https で始まるフォルダーのアドレスを指定してください。"
  exit 1
}
if ($Share -ne '' -and $Share -notmatch '^\\\\[^\\"]+\\[^"]+$') {
  Write-Host "「$Share」は使えません。\\fileserver\addins のように、共有フォルダーを指定してください。"
  exit 1
}

$place = $uri.AbsoluteUri.TrimEnd('/') + '/'
$template = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'manifest-template.xml'))
if (-not $template.Contains($placeholder)) {
  Write-Host 'manifest-template.xml が元のものと違います。配布物を展開し直してください。'
  exit 1
}
$manifest = $template.Replace($placeholder, [System.Security.SecurityElement]::Escape($place))
[xml]$manifest | Out-Null
$path = Join-Path $PSScriptRoot 'manifest.xml'
[System.IO.File]::WriteAllText($path, $manifest, (New-Object System.Text.UTF8Encoding($false)))
Write-Host "$path を作りました（設置先: $place）。"

if ($Share -ne '') {
  $lines = @(
    'Windows Registry Editor Version 5.00',
    '',
    "[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\$catalog]",
    "`"Id`"=`"$catalog`"",
    "`"Url`"=`"$($Share.TrimEnd('\').Replace('\', '\\'))`"",
    '"Flags"=dword:00000001',
    ''
  )
  $registry = Join-Path $PSScriptRoot 'trusted-catalog.reg'
  [System.IO.File]::WriteAllText($registry, ($lines -join "`r`n"), [System.Text.Encoding]::Unicode)
  Write-Host "$registry を作りました（共有フォルダー: $Share）。"
}
