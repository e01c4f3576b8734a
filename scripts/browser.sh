#!/usr/bin/env bash
# What the judges of our pages need, where it is missing: a real browser, and Java for the Nu checker.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v java >/dev/null || missing+=(default-jre-headless)
if ((${#missing[@]})); then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
